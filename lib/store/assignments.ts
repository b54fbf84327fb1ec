import { distinctPairs, type Pair } from '../contest/assign.ts';
import { conflictBasis } from '../contest/conflicts.ts';
import { type DerivedCause, derivedAmong } from '../contest/derived-conflicts.ts';
import type { EntryState } from '../contest/entry-state.ts';
import { activeRoles, type Member } from '../contest/people.ts';
import { type Assignment, isAssigned, type Round } from '../contest/round.ts';
import { ConditionFailed, Contention, type Item, type Table } from '../platform/table.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { memberSchema, type StoredSubmission, submissionSchema } from './item-schemas.ts';
import { readAll, replace } from './items.ts';
import { assignmentItem } from './judging.ts';
import { assignmentSchema, declarationSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';
import { loadPastCompanionsOf } from './past-companions.ts';

/** How often others may write the same tasks meanwhile. */
const mostAttempts = 5;

/** What giving these entries to these judges is decided on. */
export async function loadAssignmentFacts(
  table: Table,
  { editionId }: Round,
  pairs: readonly Pair[],
): Promise<{
  readonly entryStates: ReadonlyMap<string, EntryState>;
  readonly submissions: ReadonlyMap<string, StoredSubmission>;
  readonly judges: ReadonlySet<string>;
  readonly conflicts: ReadonlyMap<string, string>;
  /** What shows a conflict that nobody said, by `entryId judgeId`. */
  readonly derived: ReadonlyMap<string, readonly DerivedCause[]>;
}> {
  const entryIds = [...new Set(pairs.map(({ entryId }) => entryId))];
  const judgeIds = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  const [entryItems, submissionItems, members, conflicts, companions] = await Promise.all([
    getAll(
      table,
      entryIds.map((id) => keys.entry(editionId, id)),
    ),
    getAll(
      table,
      entryIds.map((id) => keys.submission(editionId, id)),
    ),
    loadMembers(table, editionId, judgeIds),
    loadConflicts(table, editionId, pairs),
    loadPastCompanionsOf(table, editionId, judgeIds),
  ]);
  const entries = new Map(readAll(entrySchema, entryItems).map((one) => [one.entryId, one]));
  const submissions = new Map(
    readAll(submissionSchema, submissionItems).map((one) => [one.entryId, one]),
  );
  const unsaid = pairs.filter(({ entryId, judgeId }) => !conflicts.has(`${entryId} ${judgeId}`));
  return {
    entryStates: new Map([...entries].map(([entryId, { state }]) => [entryId, state])),
    submissions,
    judges: activeJudges(members),
    conflicts,
    derived: derivedAmong(unsaid, { entries, submissions, members, companions }),
  };
}

/** Which of these people hold the role judge now. */
export async function loadActiveJudges(
  table: Table,
  editionId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return activeJudges(await loadMembers(table, editionId, personIds));
}

async function loadMembers(
  table: Table,
  editionId: string,
  personIds: readonly string[],
): Promise<readonly Member[]> {
  const wanted = [...new Set(personIds)].map((id) => keys.member(editionId, id));
  return readAll(memberSchema, await getAll(table, wanted));
}

const activeJudges = (members: readonly Member[]): ReadonlySet<string> =>
  new Set(
    members
      .filter((member) => activeRoles(member).includes('judge'))
      .map(({ personId }) => personId),
  );

/** How many entries of a round these judges can read, where they stated it. */
export async function loadCapacities(
  table: Table,
  editionId: string,
  judgeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const members = await getAll(
    table,
    judgeIds.map((id) => keys.member(editionId, id)),
  );
  return new Map(
    readAll(memberSchema, members).flatMap(({ personId, capacity }) =>
      capacity === undefined ? [] : [[personId, capacity] as const],
    ),
  );
}

/** What the conflicts among these pairs stand on, by `entryId judgeId`. */
export async function loadConflicts(
  table: Table,
  editionId: string,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, string>> {
  const declarations = await getAll(
    table,
    distinctPairs(pairs).map(({ entryId, judgeId }) =>
      keys.declaration(editionId, entryId, judgeId),
    ),
  );
  return new Map(
    readAll(declarationSchema, declarations)
      .filter(({ conflict }) => conflict)
      .map((word) => [`${word.entryId} ${word.judgeId}`, conflictBasis(word)]),
  );
}

/** The titles of the entries that these judges have in a round, as the tasks say them, by entry id. */
export async function loadTitles(
  table: Table,
  { editionId, roundId }: Pick<Round, 'editionId' | 'roundId'>,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, string>> {
  const tasks = await getAll(
    table,
    pairs.map(({ entryId, judgeId }) => keys.assignment(editionId, roundId, entryId, judgeId)),
  );
  return new Map(readAll(assignmentSchema, tasks).map(({ entryId, title }) => [entryId, title]));
}

/**
 * Writes tasks under their revision. A task that is in force already stays as it is, and one that another
 * request has written keeps that request's revision beside ours: whichever comes into force, the judge has it.
 * @throws Contention when others wrote the same tasks at every attempt
 */
export async function writeAssignments(
  table: Table,
  round: Round,
  assignments: readonly Assignment[],
): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    if (await writeMissing(table, round, assignments)) return;
  }
  throw new Contention('others wrote the same assignments at every attempt');
}

/** Whether all tasks are there now; not when somebody wrote one of them in between. */
async function writeMissing(
  table: Table,
  round: Round,
  assignments: readonly Assignment[],
): Promise<boolean> {
  const there = await getAll(table, assignments.map(assignmentItem));
  const before = new Map(
    readAll(assignmentSchema, there).map((task) => [`${task.entryId} ${task.judgeId}`, task]),
  );
  const actions = assignments.flatMap((task) => {
    const written = before.get(`${task.entryId} ${task.judgeId}`);
    const isThere = task.revisions.every((one) => written?.revisions.includes(one));
    return isThere || isAssigned(round, written) ? [] : [replace(joined(task, written)).action];
  });
  try {
    for (let at = 0; at < actions.length; at += 100) await table.write(actions.slice(at, at + 100));
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

function joined(task: Assignment, written: Assignment | undefined): Item {
  const revisions = new Set([...(written?.revisions ?? []), ...task.revisions]);
  const takenBack = written?.takenBack;
  return assignmentItem({
    ...task,
    revisions: [...revisions].filter((one) => takenBack?.includes(one) !== true),
    ...(takenBack === undefined ? {} : { takenBack }),
    version: (written?.version ?? 0) + 1,
  });
}
