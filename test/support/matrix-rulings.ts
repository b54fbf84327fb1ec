import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import type { TieStep } from '../../lib/contest/ranking-rules.ts';
import { canaryContent } from './canaries.ts';
import type { Stage } from './matrix-calls.ts';
import type { World } from './world.ts';
import { exampleContent } from './world-entries.ts';
import { close, eligibleEntries, firstRound, handIn, openScoring } from './world-judging.ts';
import { people } from './world-people.ts';

/** The example, its first round with judges who can be too far apart, and ties that go to the lot and to the chair. */
export function planWithRulings(example: WirePlan): WirePlan {
  const tieBreak: TieStep[] = [{ kind: 'lot', upToRank: 1 }, { kind: 'chair' }];
  return {
    ...example,
    rounds: example.rounds.map((round, at) =>
      at > 0
        ? round
        : {
            ...round,
            divergence: { mode: 'absolute' as const, percent: 10 },
            rules: { ...round.rules, tieBreak },
          },
    ),
  };
}

/** After the first round by that plan: two entries tied at the top, two below by a judge who is far from the others. */
export async function rulingStage(world: World): Promise<Stage> {
  const contents = [canaryContent(), ...[1, 2, 3].map((at) => exampleContent(at))];
  const entries = await eligibleEntries(world, contents);
  await openScoring(world, entries);
  for (const [at, { entryId }] of entries.entries()) {
    await handIn(world, people.judge1, entryId, { halfPointsLess: at < 2 ? 0 : 40 });
    await handIn(world, people.judge2, entryId);
    await handIn(world, people.judge3, entryId);
  }
  await close(world);
  const path = { roundId: firstRound };
  const order = entries.slice(2).map(({ entryId }) => [entryId]);
  return {
    calls: {
      listFlags: () => ({ path }),
      resolveFlag: () => ({
        path: { ...path, entryId: entries[2]!.entryId },
        body: { decision: 'confirmed', reason: 'Hai cách nhìn' },
      }),
      listTies: () => ({ path }),
      decideTie: () => ({ path, body: { order, reason: 'Hội đồng thống nhất' } }),
      drawLot: () => ({ path }),
    },
  };
}
