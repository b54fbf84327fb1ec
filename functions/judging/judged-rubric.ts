import { found } from '../../lib/contest/found.ts';
import { type RoundPlan, roundOf, rubricFor } from '../../lib/contest/plan.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import type { Judging } from '../../lib/contest/score-sheet.ts';
import type { Table } from '../../lib/platform/table.ts';
import { type JudgingFacts, planOfRound } from '../../lib/store/judging.ts';

/** The rubric a sheet is scored by: that of the entry's track, in the plan frozen at the opening. */
export async function judgedRubric(
  table: Table,
  facts: JudgingFacts,
  { round, assignment }: Judging,
): Promise<{ rubric: Rubric; roundPlan: RoundPlan }> {
  const plan = await planOfRound(table, found(facts.plan), round);
  const roundPlan = found(roundOf(plan, round.roundId));
  return { rubric: found(rubricFor(roundPlan, found(assignment).trackId)), roundPlan };
}
