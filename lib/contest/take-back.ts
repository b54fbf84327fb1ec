import type { Pair } from './assign.ts';
import { type Blocker, type Refusal, Refused } from './refusal.ts';
import { type Assignment, isAssigned, isTakenBack, type Round } from './round.ts';
import { type Judging, type ScoreSheet, whyNotJudge } from './score-sheet.ts';

/** A task that is to be taken back, with its sheet if one was begun. */
export interface TaskToTake extends Pair {
  readonly assignment: Assignment | undefined;
  readonly sheet: ScoreSheet | undefined;
}

/** Who takes back, and whether sheets that were handed in go, too. */
export interface TakingBack {
  readonly by: string;
  readonly strike: boolean;
}

/** A task that nobody has any more. */
export interface TakenTask {
  readonly assignment: Assignment;
  /** As it was read. */
  readonly sheet: ScoreSheet | undefined;
  /** A draft again, where it was handed in: it counts no longer, also once the entry is given to the same judge again. */
  readonly struck: ScoreSheet | undefined;
}

/**
 * Takes tasks back in a planned or open round: all of them, or none. A draft stays as it is without its task; a sheet that
 * was handed in goes only if that is said, and nobody takes back their own.
 * @throws Refused state-conflict, second-person-required
 */
export function takeBack(
  round: Round,
  tasks: readonly TaskToTake[],
  { by, strike }: TakingBack,
  now: string,
): { round: Round; taken: readonly TakenTask[] } {
  const refusal = whyNotTakeBack(round, tasks, { by, strike });
  if (refusal) throw new Refused(refusal);
  const taken = tasks.flatMap(({ assignment, sheet }): TakenTask[] => {
    if (!assignment) return [];
    const struck = sheet && counts(sheet) ? unsubmitted(sheet, now) : undefined;
    return [{ assignment: withoutForce(round, assignment), sheet, struck }];
  });
  const removals = (round.removals ?? 0) + 1;
  return { round: { ...round, removals, version: round.version + 1 }, taken };
}

function whyNotTakeBack(
  round: Round,
  tasks: readonly TaskToTake[],
  { by, strike }: TakingBack,
): Refusal | undefined {
  if (round.state !== 'planned' && round.state !== 'scoring') {
    return { code: 'state-conflict', state: round.state };
  }
  const blockers = tasks.flatMap(({ entryId, judgeId, assignment, sheet }): Blocker[] => {
    if (!isAssigned(round, assignment)) return [{ code: 'not-assigned', entryId, judgeId }];
    const isLocked = sheet !== undefined && counts(sheet) && !strike;
    return isLocked ? [{ code: 'sheet-submitted', entryId, judgeId }] : [];
  });
  if (blockers.length > 0) return { code: 'state-conflict', state: round.state, blockers };
  const isOwn = tasks.some(({ judgeId, sheet }) => judgeId === by && sheet && counts(sheet));
  return isOwn ? { code: 'second-person-required' } : undefined;
}

/** One that a conflict struck does not count anyway: it stays as it is. */
const counts = ({ state, recused }: ScoreSheet): boolean => state === 'submitted' && !recused;

/** Its revisions never bring it into force again: a request that wrote one and is still on its way would do so behind the back of all. */
function withoutForce(round: Round, assignment: Assignment): Assignment {
  const { revisions, takenBack = [] } = assignment;
  const gone = revisions.filter((one) => round.assignmentRevisions.includes(one));
  return {
    ...assignment,
    revisions: revisions.filter((one) => !gone.includes(one)),
    takenBack: [...takenBack, ...gone],
    version: assignment.version + 1,
  };
}

function unsubmitted(sheet: ScoreSheet, now: string): ScoreSheet {
  const { submittedAt: _, ...kept } = sheet;
  return { ...kept, state: 'draft', savedAt: now, version: sheet.version + 1 };
}

/** Whether the judge may write on the entry: who had the task until a moment ago learns that it was taken back. */
export const whyNotWrite = (judging: Judging): Refusal | undefined =>
  isTakenBack(judging.round, judging.assignment)
    ? { code: 'state-conflict', state: 'taken-back' }
    : whyNotJudge(judging);
