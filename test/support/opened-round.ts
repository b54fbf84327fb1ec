import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';

const path = { editionId: 'kon-tum-2022' };
const day = 86_400_000;

/** Takes the seeded edition past its deadline and opens its first round: the first judge has every entry handed in. */
export async function openSeededRound(system: System): Promise<void> {
  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const organiser = as('ban-to-chuc-1@so-khcn.example.vn');
  const secretary = as('thu-ky@example.vn');
  system.advance(31 * day);
  await system.settled();
  const { items } = (
    await secretary.call(routes.listEntries, { path, query: { state: 'submitted' } })
  ).body;
  await secretary.call(routes.screenEntries, {
    path,
    body: {
      dryRun: false,
      decisions: items.map(({ entryId }) => ({
        entryId,
        decision: 'eligible' as const,
        reasons: [],
      })),
    },
  });
  await system.settled();
  const people = (await organiser.call(routes.listPeople, { path })).body.items;
  const judge = people.find(({ email }) => email.startsWith('giam-khao-1'));
  if (judge === undefined) throw new Error('the seed has no first judge');
  const round = { ...path, roundId: 'so-khao' };
  await organiser.call(routes.assignEntries, {
    path: round,
    body: { pairs: items.map(({ entryId }) => ({ entryId, judgeId: judge.personId })) },
  });
  await organiser.call(routes.openRound, { path: round });
}
