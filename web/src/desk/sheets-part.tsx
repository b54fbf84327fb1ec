import { useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { roundWords } from '../words/desk-round-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { JudgeSheetHistory } from './judge-sheet-history.tsx';
import { type Pair, pairKey } from './proposal.ts';
import { ReopenForm } from './reopen-form.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { type AssignedEntry, useAssignments } from './use-assignments.ts';

/** Lines that are shown at first, and each time somebody asks for more. */
const portion = 30;

interface Sheet extends Pair {
  /** Of the entry, also of one that is in the round no more. */
  readonly name: string;
  readonly state: AssignedEntry['judges'][number]['state'];
}

/**
 * Each judge's sheet on each entry: opened again while the round is scored, read with its versions once it is closed. Tasks that were
 * taken back are not among them.
 */
export function SheetsPart(part: RoundPart) {
  const words = useWords(remedyWords);
  const [isOpen, open] = useState(false);
  const isScored = part.kept.round.state === 'scoring';
  return (
    <details class="panel" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.sheets}</summary>
      <p class="soft">{isScored ? words.sheetsHelp : words.sheetsClosedHelp}</p>
      {isOpen ? <Sheets part={part} /> : null}
    </details>
  );
}

function Sheets({ part }: { readonly part: RoundPart }) {
  const { names } = part;
  const words = useWords(remedyWords);
  const desk = useWords(deskWords);
  const round = useWords(roundWords);
  const changed = useRoundChanged(part);
  const assignments = useAssignments(roundPathOf(part));
  const { data, refetch } = assignments;
  const error = whatHinders([assignments]);
  const [entryId, chooseEntry] = useState('');
  const [judgeId, chooseJudge] = useState('');
  const [isHandedIn, onlyHandedIn] = useState(false);
  const [most, show] = useState(portion);
  const [opened, open] = useState<string>();
  const [reopened, tell] = useState<Pair>();
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const all = data.flatMap((entry) =>
    entry.judges.map(
      (one): Sheet => ({ entryId: entry.entryId, name: `${entry.code} · ${entry.title}`, ...one }),
    ),
  );
  if (all.length === 0) return <p>{round.noTasks}</p>;
  const shown = all.filter(
    (one) =>
      (entryId === '' || one.entryId === entryId) &&
      (judgeId === '' || one.judgeId === judgeId) &&
      (!isHandedIn || one.state === 'submitted'),
  );
  const judgeIds = [...new Set(all.map((one) => one.judgeId))];
  return (
    <>
      <div class="filters">
        <ChoiceField
          label={words.ofEntry}
          pointer=""
          value={entryId}
          none={words.everything}
          options={data.map((one) => ({ id: one.entryId, text: `${one.code} · ${one.title}` }))}
          change={chooseEntry}
        />
        <ChoiceField
          label={words.ofJudge}
          pointer=""
          value={judgeId}
          none={words.everything}
          options={judgeIds.map((id) => ({ id, text: names.person(id) }))}
          change={chooseJudge}
        />
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={isHandedIn}
          onChange={({ currentTarget }) => onlyHandedIn(currentTarget.checked)}
        />
        {words.handedInOnly}
      </label>
      <div role="status">
        {reopened === undefined ? null : (
          <p class="notice good">
            {words.reopenedNow(names.person(reopened.judgeId))} {words.listFollows}
          </p>
        )}
      </div>
      {shown.length === 0 ? <p>{words.noneOfThese}</p> : null}
      <ul class="lines of-two">
        {shown.slice(0, most).map((one) => (
          <SheetLine
            key={pairKey(one)}
            part={part}
            sheet={one}
            isOpen={opened === pairKey(one)}
            toggle={() => open(opened === pairKey(one) ? undefined : pairKey(one))}
            done={async (sheet) => {
              open(undefined);
              tell(sheet);
              await changed();
            }}
          />
        ))}
      </ul>
      {shown.length > most ? (
        <button type="button" class="quiet" onClick={() => show(most + portion)}>
          {desk.more}
        </button>
      ) : null}
    </>
  );
}

function SheetLine(props: {
  readonly part: RoundPart;
  readonly sheet: Sheet;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly done: (sheet: Pair) => unknown;
}) {
  const { part, sheet, isOpen, toggle, done } = props;
  const { names, kept, facts } = part;
  const words = useWords(remedyWords);
  const round = useWords(roundWords);
  const isScored = kept.round.state === 'scoring';
  const act = isScored ? words.reopen : words.history;
  const about = `${names.person(sheet.judgeId)}, ${sheet.name}`;
  return (
    <li>
      <div>
        <p>{sheet.name}</p>
        <p>
          <strong>{names.person(sheet.judgeId)}</strong>{' '}
          <span class="soft">{round.taskStates[sheet.state]}</span>
        </p>
      </div>
      {isScored && sheet.state !== 'submitted' && !isOpen ? null : (
        <button
          type="button"
          class="quiet"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? words.close : act}: ${about}`}
          onClick={toggle}
        >
          {isOpen ? words.close : act}
        </button>
      )}
      {isOpen ? (
        <div class="opened">
          {isScored ? (
            <ReopenForm
              path={roundPathOf(part)}
              sheet={sheet}
              names={names}
              timeZone={facts.edition.plan.timeZone}
              done={done}
            />
          ) : (
            <JudgeSheetHistory part={part} sheet={sheet} />
          )}
        </div>
      ) : null}
    </li>
  );
}
