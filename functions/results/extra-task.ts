import { draftAssignments, type Pair } from '../../lib/contest/assign.ts';
import { assignmentBlockers } from '../../lib/contest/assignment-blockers.ts';
import type { ExtraTask } from '../../lib/contest/resolve-flag.ts';
import type { Assignment, Round } from '../../lib/contest/round.ts';
import type { Table } from '../../lib/platform/table.ts';
import { loadAssignmentFacts } from '../../lib/store/assignments.ts';
import { recordDerived } from '../../lib/store/derived-conflicts.ts';
import { sha256Hex } from '../../lib/store/digest.ts';

/**
 * One more judge's task on an entry of a closed round, with what stands in its way. A panel does not: whoever reads in addition
 * need not be one of it.
 */
export async function extraTask(
  table: Table,
  round: Round,
  pair: Pair,
  at: { readonly now: string; readonly newId: () => string },
): Promise<ExtraTask & { readonly tasks: readonly Assignment[] }> {
  const facts = await loadAssignmentFacts(table, round, [pair]);
  const derived = await recordDerived(table, round, facts.derived, at);
  const conflicts = new Map([...facts.conflicts, ...derived]);
  const rest = { ...facts, conflicts, panel: undefined, advanced: undefined };
  const blockers = assignmentBlockers([pair], rest);
  const { entryId, judgeId } = pair;
  const revision = sha256Hex(JSON.stringify([round.roundId, round.version, entryId, judgeId]));
  const named = revision.slice(0, 16);
  const tasks =
    blockers.length > 0 ? [] : draftAssignments(round, named, [pair], facts.submissions);
  return { blockers, revision: named, tasks };
}
