import { found } from '../../lib/contest/found.ts';
import {
  type EntryGiven,
  type GivingWish,
  giveComponents,
} from '../../lib/contest/give-components.ts';
import { roundBefore, roundOf, rubricFor } from '../../lib/contest/plan.ts';
import type { Table } from '../../lib/platform/table.ts';
import type { GivenTo, loadGiving } from '../../lib/store/given-components.ts';
import { planOfRound } from '../../lib/store/judging.ts';
import { loadOutcomeHead } from '../../lib/store/outcomes.ts';

/** What is given by the rubrics of the round as it was read, row by row; `pointerOf` says where a row stands in the request. */
export async function giveRows(
  table: Table,
  facts: Awaited<ReturnType<typeof loadGiving>>,
  rows: readonly GivingWish[],
  said: {
    readonly by: string;
    readonly reason: string | undefined;
    readonly pointerOf: (row: number) => string;
  },
  now: string,
): Promise<readonly EntryGiven[]> {
  const round = found(facts.round);
  const current = found(facts.plan);
  const before = roundBefore(current.plan, round.roundId);
  const [plan, head] = await Promise.all([
    planOfRound(table, current, round),
    before && loadOutcomeHead(table, round.editionId, before.id),
  ]);
  const roundPlan = found(roundOf(plan, round.roundId));
  const entryOf = (row: GivingWish, { state, trackId, before: given }: GivenTo) => ({
    state,
    isInRound: before === undefined || head?.advanced.includes(row.entryId) === true,
    rubric: trackId === undefined ? undefined : rubricFor(roundPlan, trackId),
    before: given,
  });
  return giveComponents(
    round,
    rows.map((wish, at) => ({
      wish,
      entry: entryOf(wish, found(facts.entries[at])),
      pointer: said.pointerOf(at),
    })),
    said,
    now,
  );
}
