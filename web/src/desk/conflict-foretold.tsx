import { useQuery } from '@tanstack/preact-query';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { entryProgressQuery } from './entry-progress.ts';
import type { Pair } from './proposal.ts';
import { type KeptRound, type RoundPart, roundPathOf } from './round-part.ts';
import { useAssignments } from './use-assignments.ts';

/** What recording a conflict will do to the judge's sheet, to the entry and to the ranking. */
export function ConflictForetold({
  part,
  pair,
}: {
  readonly part: RoundPart;
  readonly pair: Pair;
}) {
  const words = useWords(remedyWords);
  const path = roundPathOf(part);
  const tasks = useAssignments(path);
  const progress = useQuery(entryProgressQuery(path));
  const error = whatHinders([tasks, progress]);
  const retry = () => void Promise.all([tasks.refetch(), progress.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (!(tasks.data && progress.data)) return <Waiting />;
  const state = tasks.data
    .find(({ entryId }) => entryId === pair.entryId)
    ?.judges.find(({ judgeId }) => judgeId === pair.judgeId)?.state;
  return (
    <div class="notice">
      <p>
        <strong>{words.effect}</strong>
      </p>
      <ul>
        <li>{words.effects[state ?? 'unassigned']}</li>
        {state === undefined || state === 'conflict' ? null : (
          <Left
            counts={progress.data.find(({ entryId }) => entryId === pair.entryId)}
            isStruck={state === 'submitted'}
            roundState={part.kept.round.state}
          />
        )}
      </ul>
    </div>
  );
}

interface Counts {
  readonly assigned: number;
  readonly conflicts: number;
  readonly submitted: number;
  readonly needed: number;
}

/** What the entry is left with, and what becomes of the ranking. */
function Left(props: {
  readonly counts: Counts | undefined;
  readonly isStruck: boolean;
  readonly roundState: KeptRound['round']['state'];
}) {
  const { counts, isStruck, roundState } = props;
  const { format } = useLanguage();
  const words = useWords(remedyWords);
  if (counts === undefined) return null;
  const left = counts.submitted - (isStruck ? 1 : 0);
  // Sheets that are still to come count as well: only where they are too few another judge is wanted.
  const toCome = counts.assigned - counts.conflicts - 1;
  const isOpen = roundState === 'planned' || roundState === 'scoring';
  return (
    <>
      <li>
        {words.left(format.count(left), format.count(counts.needed))}{' '}
        {isOpen && toCome < counts.needed ? words.refill : ''}
      </li>
      {isStruck && roundState === 'closed' ? <li>{words.effectClosed}</li> : null}
      {isStruck && roundState === 'approved' ? <li>{words.effectApproved}</li> : null}
    </>
  );
}
