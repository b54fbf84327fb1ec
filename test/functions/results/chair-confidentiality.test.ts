import { expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  askToSign,
  close,
  contenders,
  eligibleEntries,
  firstRound,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };

test('a chair learns of flags and ties, and decides about them, once the terms are signed', async () => {
  await using world = await openWorld({
    plan: (example) => ({
      ...example,
      rounds: example.rounds.map((round) => ({
        ...round,
        rules: { ...round.rules, tieBreak: [{ kind: 'chair' as const }] },
      })),
    }),
  });
  const entries = await eligibleEntries(world, contenders(2));
  const judges = [judge1, judge2, judge3].map(({ personId }) => personId);
  const body = { judges, chair: judge2.personId };
  await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
  await openScoring(world, entries);
  await scoreAll(world, entries, { gap: 0 });
  await close(world);
  await askToSign(world);
  const order = entries.map(({ entryId }) => [entryId]);
  const reason = 'Hội đồng thống nhất';
  const answers = async () => {
    const chair = world.as(judge2);
    const ofEntry = { ...path, entryId: entries[0]!.entryId };
    const confirmed = { decision: 'confirmed', reason };
    return [
      await chair.call(routes.listFlags, { path }),
      await chair.call(routes.listTies, { path }),
      await chair.call(routes.resolveFlag, { path: ofEntry, body: confirmed }),
      await chair.call(routes.decideTie, { path, body: { order, reason } }),
    ];
  };
  const unsigned = { status: 403, code: 'forbidden', needs: 'confidentiality' };
  expect((await answers()).map(refusalIn)).toEqual(Array.from({ length: 4 }, () => unsigned));
  for (const route of [routes.listFlags, routes.listTies]) {
    expect((await world.as(organiserA).call(route, { path })).status).toBe(200);
  }
  await world.as(judge2).reply(routes.signConfidentiality, { body: { acceptedPlanVersion: 2 } });
  // Nobody was too far apart.
  expect((await answers()).map(({ status }) => status)).toEqual([200, 200, 404, 201]);
});
