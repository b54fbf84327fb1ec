import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { canaryContent, canarySheet } from './canaries.ts';
import type { Stage } from './matrix-calls.ts';
import type { World } from './world.ts';
import { exampleContent } from './world-entries.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  declare,
  eligibleEntries,
  firstRound,
  open,
  saveDraft,
} from './world-judging.ts';
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

/** After the only round by that plan: judges 1 and 3 are its panel, judge 3 leads it and is close to the first entry. */
export async function decidingStage(world: World): Promise<Stage> {
  const { judge1, judge3, organiserA } = people;
  const entries = await eligibleEntries(world, [canaryContent(), exampleContent(1)]);
  const path = { roundId: firstRound };
  const panel = { judges: [judge1.personId, judge3.personId], chair: judge3.personId };
  await world.as(organiserA).reply(routes.setPanel, { path, body: panel, ifMatch: 1 });
  await assign(world, allPairs(entries, [judge1, judge3]));
  const entryId = entries[0]?.entryId ?? '';
  await declare(world, judge1, entryId);
  await declare(world, judge3, entryId, { conflict: true, reason: 'Họ hàng' });
  await open(world);
  await saveDraft(world, judge1, entryId, { body: canarySheet() });
  const sheet = { path: { ...path, entryId }, ifMatch: 1 };
  await world.as(judge1).reply(routes.submitScoreSheet, sheet);
  await close(world, firstRound, acceptMissing);
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
      getDeliberation: () => ({ path: { ...path, entryId } }),
      getDerivation: () => ({ path }),
    },
  };
}
