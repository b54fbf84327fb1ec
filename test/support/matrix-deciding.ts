import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { canaryContent } from './canaries.ts';
import type { Stage } from './matrix-calls.ts';
import type { World } from './world.ts';
import { exampleContent } from './world-entries.ts';
import { close, eligibleEntries, firstRound, handIn, openScoring } from './world-judging.ts';
import { people } from './world-people.ts';

/** The example with one round, and a prize beside the others that the public votes about. */
export const planWithVotes = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.slice(0, 1).map((round) => {
    const { advance: _, ...rules } = round.rules;
    return { ...round, rules };
  }),
  prizes: [
    ...example.prizes,
    {
      id: 'khan-gia',
      name: { vi: 'Giải khán giả', en: 'Audience prize' },
      quantity: 1,
      amountVnd: 1,
      given: 'publicVote',
    },
  ],
});

/** After the only round by that plan. */
export async function decidingStage(world: World): Promise<Stage> {
  const entries = await eligibleEntries(world, [canaryContent(), exampleContent(1)]);
  await openScoring(world, entries);
  for (const { entryId } of entries) {
    for (const judge of [people.judge1, people.judge2, people.judge3]) {
      await handIn(world, judge, entryId);
    }
  }
  await close(world);
  const path = { roundId: firstRound };
  const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };
  const counts = entries.map(({ entryId }) => ({ entryId, votes: 3 }));
  return {
    calls: {
      recordDecision: () => ({
        path,
        body: { kind: 'leave-empty', prizeId: 'nhat', places: 1, ...paper },
      }),
      countVotes: () => ({ path, body: { prizeId: 'khan-gia', counts, ...paper } }),
      listDecisions: () => ({ path }),
    },
  };
}
