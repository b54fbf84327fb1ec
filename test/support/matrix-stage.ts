import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { canaryContent } from './canaries.ts';
import type { Stage } from './matrix-calls.ts';
import type { World } from './world.ts';
import { eligibleEntries, firstRound, openScoring } from './world-judging.ts';

/** The example, its first round of pitches: ten minutes to speak, five for questions. */
export const planWithPitches = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round, at) =>
    at > 0
      ? round
      : {
          ...round,
          kind: 'pitch' as const,
          pitch: { presentMinutes: 10, questionMinutes: 5 },
        },
  ),
});

/** While an open round of such a plan waits for its running order. */
export async function pitchStage(world: World): Promise<Stage> {
  const entries = await eligibleEntries(world, [canaryContent()]);
  await openScoring(world, entries);
  const path = { roundId: firstRound };
  const entryId = entries[0]?.entryId;
  return {
    calls: {
      drawRunningOrder: () => ({ path, body: {} }),
      moveOn: () => ({ path, body: { entryId, state: 'presenting' } }),
      getStage: () => ({ path }),
    },
  };
}
