import { useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { type Pair, pairKey } from './proposal.ts';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { TakeBackPart } from './take-back-part.tsx';
import { type AssignedEntry, useAssignments } from './use-assignments.ts';

/** The most that one act takes back. */
const mostTaken = 30;

/** Who reads what now and how far each is; while the round can change, what is ticked is taken back. */
export function AssignmentStanding(part: RoundPart) {
  const words = useWords(roundWords);
  const [isOpen, open] = useState(false);
  return (
    <details class="panel" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.standingNow}</summary>
      {isOpen ? <Standing part={part} /> : null}
    </details>
  );
}

function Standing({ part }: { readonly part: RoundPart }) {
  const { kept, judges } = part;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const [chosen, choose] = useState<readonly Pair[]>([]);
  const [only, setOnly] = useState('');
  const { data, error, refetch } = useAssignments(roundPathOf(part));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const canChange = kept.round.state === 'planned' || kept.round.state === 'scoring';
  const shown = data
    .map((entry) => ({
      ...entry,
      judges: entry.judges.filter(({ judgeId }) => only === '' || judgeId === only),
    }))
    .filter((entry) => entry.judges.length > 0);
  return (
    <>
      {data.length === 0 ? (
        <p>{words.noTasks}</p>
      ) : (
        <ChoiceField
          label={words.onlyOf}
          pointer=""
          value={only}
          none={words.everyJudge}
          options={judges.map(({ personId, name }) => ({ id: personId, text: name }))}
          change={setOnly}
        />
      )}
      {canChange && data.length > 0 ? (
        <p class="soft">{words.takeBackHelp(format.count(mostTaken))}</p>
      ) : null}
      <ul class="board standing">
        {shown.map((entry) => (
          <li key={entry.entryId}>
            <StandingEntry
              part={part}
              entry={entry}
              chosen={chosen}
              {...(canChange ? { choose } : {})}
            />
          </li>
        ))}
      </ul>
      {canChange ? <TakeBackPart part={part} chosen={chosen} done={() => choose([])} /> : null}
    </>
  );
}

interface StandingEntryProps {
  readonly part: RoundPart;
  readonly entry: AssignedEntry;
  readonly chosen: readonly Pair[];
  /** Without it nothing can be ticked. */
  readonly choose?: (pairs: readonly Pair[]) => void;
}

function StandingEntry({ part, entry, chosen, choose }: StandingEntryProps) {
  const words = useWords(roundWords);
  const { entryId, code, title, judges } = entry;
  const ticked = new Set(chosen.map(pairKey));
  return (
    <fieldset class="bare">
      <legend>
        {code} · {title}
      </legend>
      <div class="judges">
        {judges.map(({ judgeId, state }) => {
          const pair = { entryId, judgeId };
          const isTicked = ticked.has(pairKey(pair));
          const text = `${part.names.person(judgeId)}: ${words.taskStates[state]}`;
          if (choose === undefined) return <span key={judgeId}>{text}</span>;
          return (
            <label key={judgeId}>
              <input
                type="checkbox"
                checked={isTicked}
                disabled={!isTicked && chosen.length >= mostTaken}
                onChange={({ currentTarget }) =>
                  choose(
                    currentTarget.checked
                      ? [...chosen, pair]
                      : chosen.filter((one) => pairKey(one) !== pairKey(pair)),
                  )
                }
              />
              {text}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
