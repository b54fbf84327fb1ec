import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { NotFoundPage } from '../public/not-found-page.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { deskStageWords } from '../words/desk-stage-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { AssignmentPart } from './assignment-part.tsx';
import { AssignmentStanding } from './assignment-standing.tsx';
import { ClosingPart } from './closing-part.tsx';
import { ComponentsPart } from './components-part.tsx';
import { ConflictPart } from './conflict-part.tsx';
import { Desk, type DeskFacts } from './desk.tsx';
import { ExtensionPart } from './extension-part.tsx';
import { OpeningPart } from './opening-part.tsx';
import { PanelPart } from './panel-part.tsx';
import { ProgressPart } from './progress-part.tsx';
import { RemindersPart } from './reminders-part.tsx';
import { type KeptRound, type RoundPart, useKeptRound } from './round-part.ts';
import { SheetsPart } from './sheets-part.tsx';
import { namesOf, useEligible, usePeople } from './use-names.ts';

interface Path {
  readonly editionId: string;
  readonly roundId: string;
}

/** A round from its panel to its close. */
export function RoundPage({ params }: { readonly params: Path }) {
  const { of } = useLanguage();
  const { data: edition } = useEdition(params.editionId);
  const planned = edition?.plan.rounds.find(({ id }) => id === params.roundId);
  if (edition !== undefined && planned === undefined) return <NotFoundPage />;
  return (
    <Desk editionId={params.editionId} title={of(planned?.name ?? { vi: '', en: '' })}>
      {(facts) => <RoundDesk facts={facts} roundId={params.roundId} />}
    </Desk>
  );
}

function RoundDesk({ facts, roundId }: { readonly facts: DeskFacts; readonly roundId: string }) {
  const words = useWords(roundWords);
  const { editionId } = facts;
  const round = useKeptRound({ editionId, roundId });
  const people = usePeople(editionId);
  const entries = useEligible(editionId);
  const error = whatHinders([round, people, entries]);
  const retry = () => void Promise.all([round.refetch(), people.refetch(), entries.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (!(round.data && people.data && entries.data)) return <Waiting />;
  const judges = people.data.filter(({ roles, active }) => active && roles.includes('judge'));
  const names = namesOf(people.data, entries.data);
  const part = { facts, kept: round.data, judges, entries: entries.data, names };
  return (
    <>
      <RoundState {...part} />
      <Ways facts={facts} round={round.data.round} />
      {facts.isOrganiser ? null : <p class="soft">{words.onlyOrganisers}</p>}
      <Acts part={part} />
    </>
  );
}

/** The ways to the result of a closed round, and to the pitches where it has such. */
function Ways({ facts, round }: { readonly facts: DeskFacts; readonly round: KeptRound['round'] }) {
  const desk = useWords(deskWords);
  const stage = useWords(deskStageWords);
  const { rounds } = facts.edition.plan;
  const here = `/editions/${facts.editionId}/desk/rounds/${round.roundId}`;
  const isPitch = rounds.find(({ id }) => id === round.roundId)?.kind === 'pitch';
  const isClosed = round.state === 'closed' || round.state === 'approved';
  if (!facts.isOrganiser || !(isPitch || isClosed)) return null;
  return (
    <p class="actions">
      {isClosed ? (
        <Link href={`${here}/result`} class="button">
          {desk.result}
        </Link>
      ) : null}
      {isPitch ? (
        <Link href={`${here}/stage`} class="button quiet">
          {stage.toStage}
        </Link>
      ) : null}
    </p>
  );
}

/** What can be done and seen in the state that the round is in, what is wanted most first. */
function Acts({ part }: { readonly part: RoundPart }) {
  const { state } = part.kept.round;
  const panel = <PanelPart key={part.kept.etag} {...part} />;
  const progress = <ProgressPart {...part} />;
  if (!part.facts.isOrganiser || state === 'closed' || state === 'approved') {
    return (
      <>
        {progress}
        {part.facts.isOrganiser ? (
          <>
            <AssignmentStanding {...part} />
            <Remedies {...part} />
          </>
        ) : null}
        {panel}
      </>
    );
  }
  const giving = (
    <>
      <AssignmentPart {...part} />
      <AssignmentStanding {...part} />
    </>
  );
  return state === 'planned' ? (
    <>
      {panel}
      {giving}
      <ConflictPart {...part} />
      {progress}
      <OpeningPart {...part} />
    </>
  ) : (
    <>
      {progress}
      <RemindersPart {...part} />
      <ExtensionPart {...part} />
      {panel}
      {giving}
      <Remedies {...part} />
      <ClosingPart {...part} />
    </>
  );
}

/** What is put right while the round is scored, and read or recorded after it. */
function Remedies(part: RoundPart) {
  return (
    <>
      <SheetsPart {...part} />
      <ConflictPart {...part} />
      <ComponentsPart {...part} />
    </>
  );
}

function RoundState({
  facts,
  kept: { round },
}: {
  readonly facts: DeskFacts;
  readonly kept: KeptRound;
}) {
  const { format } = useLanguage();
  const desk = useWords(deskWords);
  const words = useWords(roundWords);
  const { timeZone, rounds } = facts.edition.plan;
  const moment = (instant: string) => format.moment(instant, timeZone);
  const planned = rounds.find(({ id }) => id === round.roundId)?.closesAt ?? '';
  return (
    <>
      <p>
        <span class="state">{desk.roundStates[round.state]}</span>
      </p>
      <p>
        {[
          round.openedAt === undefined ? [] : words.openedAt(moment(round.openedAt)),
          words.closesAt(
            round.closesAt === undefined ? format.wallTime(planned) : moment(round.closesAt),
          ),
          round.closedAt === undefined ? [] : words.closedAt(moment(round.closedAt)),
        ]
          .flat()
          .join(' ')}
      </p>
      {round.extensions?.map(({ from, closesAt, reason, documentNumber, at }) => (
        <p key={at} class="soft">
          {words.extended(moment(from), moment(closesAt), documentNumber)}: {reason}
        </p>
      ))}
    </>
  );
}
