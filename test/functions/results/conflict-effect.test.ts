import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  close,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  openScoring,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, closedFinal } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const judges = [judge1, judge2, judge3];
const path = { roundId: firstRound };
const unlimited = { minimumSheets: 2 };

const effectOf = async (world: World, roundId = firstRound) =>
  await world.as(organiserA).reply(routes.getConflictEffect, { path: { roundId } });
const record = async (world: World, entryId: string, judgeId: string, roundId = firstRound) =>
  await world.as(organiserA).reply(routes.recordConflict, {
    path: { roundId, entryId, judgeId },
    body: { reason: 'Cùng góp vốn' },
  });

/** Two entries of one track: by judge 3 alone the second one is better. */
async function closedWithOpinions(world: World) {
  const [one, two] = await eligibleEntries(world, contenders(2));
  const entries = [one!, two!];
  await openScoring(world, entries);
  for (const judge of judges) {
    const [first, second] = judge === judge3 ? [20, 0] : [0, 4];
    await handIn(world, judge, one!.entryId, { halfPointsLess: first! });
    await handIn(world, judge, two!.entryId, { halfPointsLess: second! });
  }
  return entries;
}

/** The rules of the example, but two sheets are enough. */
const withTwoSheets = async () =>
  await openWorld({
    plan: (plan) => ({
      ...plan,
      rounds: plan.rounds.map((round) => ({ ...round, rules: { ...round.rules, ...unlimited } })),
    }),
  });

describe('getConflictEffect', () => {
  it('says which sheets were struck, on what, and whose place is another for it', async () => {
    await using world = await withTwoSheets();
    const [one, two] = await closedWithOpinions(world);
    await declare(world, judge3, one!.entryId, { conflict: true, reason: 'Họ hàng' });
    await close(world);
    const judgeId = judge3.personId;
    const declared = { entryId: one!.entryId, judgeId, state: 'submitted', basis: 'declared' };
    const first = await effectOf(world);
    expect(first.struck).toEqual([declared]);
    expect(first.changes.map(({ entryId }) => entryId).toSorted()).toEqual(
      [one!, two!].map(({ entryId }) => entryId).toSorted(),
    );
    const ranks = first.changes.map(({ entryId, counted, struck }) => [
      entryId === one!.entryId ? 'one' : 'two',
      counted.rank,
      struck.rank,
    ]);
    expect(ranks.toSorted()).toEqual([
      ['one', 2, 1],
      ['two', 1, 2],
    ]);
    // Whoever is out of both decides as little as whoever is in both.
    await record(world, two!.entryId, judgeId);
    const { struck } = await effectOf(world);
    expect(struck.map(({ basis }) => basis).toSorted()).toEqual(['declared', 'recorded']);
  });

  it('of a last round says who wins what, and stays with the approval', async () => {
    await using world = await openWorld();
    const [one, two] = await closedFinal(world);
    await record(world, one!.entryId, judge3.personId, finalRound);
    const { changes } = await effectOf(world, finalRound);
    const awarded = (entryId: string, of: 'counted' | 'struck') =>
      changes.find((change) => change.entryId === entryId)?.[of].prizeIds;
    expect(awarded(one!.entryId, 'counted')?.length).toBe(1);
    expect(awarded(one!.entryId, 'struck')).toEqual([]);
    expect(awarded(two!.entryId, 'struck')).toEqual(awarded(one!.entryId, 'counted'));
    const seen = await effectOf(world, finalRound);
    await approve(world, finalRound);
    expect(await effectOf(world, finalRound)).toEqual(seen);
  });

  it('is nothing without a struck sheet, and not to be asked before the close', async () => {
    await using world = await withTwoSheets();
    await closedWithOpinions(world);
    const early = await world.as(organiserA).call(routes.getConflictEffect, { path });
    expect(refusalIn(early)).toEqual({ status: 409, code: 'state-conflict', state: 'scoring' });
    await close(world);
    expect(await effectOf(world)).toEqual({ roundId: firstRound, struck: [], changes: [] });
  });

  it('is an organiser’s to ask', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const others = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;
    expect(await refusalsOf(world, routes.getConflictEffect, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });
});
