import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { canaryContent } from './canaries.ts';
import type { Stage } from './matrix-calls.ts';
import type { World } from './world.ts';
import { eligibleEntries, firstRound, openScoring } from './world-judging.ts';

const name = { vi: 'Tiêu chí', en: 'Criterion' };

/** The example, its first round 80 points by judges and 20 by a public vote. */
export const planWithComponents = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round, at) =>
    at > 0
      ? round
      : {
          ...round,
          rules: { ...round.rules, tieBreak: [{ kind: 'shared' as const }] },
          rubrics: [
            {
              rubric: {
                mode: 'points' as const,
                criteria: [{ id: 'chuyen-gia', name, maxPoints: '80', step: '0.5' }],
                vote: { id: 'binh-chon', name, maxPoints: '20', decimals: 1 },
              },
            },
          ],
        },
  ),
});

/** While such a round is open. */
export async function componentStage(world: World): Promise<Stage> {
  const entries = await eligibleEntries(world, [canaryContent()]);
  await openScoring(world, entries);
  const entryId = entries[0]?.entryId ?? '';
  const round = { path: { roundId: firstRound } };
  const path = { roundId: firstRound, entryId };
  return {
    calls: {
      giveComponents: () => ({ path, body: { points: {}, votes: 12 }, ifMatch: 0 }),
      giveManyComponents: () => ({
        ...round,
        body: { reason: 'Kiểm lại', entries: [{ entryId, version: 1, points: {}, votes: 13 }] },
      }),
      listComponents: () => round,
      listComponentRevisions: () => ({ path }),
    },
  };
}
