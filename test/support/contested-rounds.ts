import { specialPrize } from '../../examples/play/special-prize.ts';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import type { WireRubric } from '../../lib/contest/rubric-wire.ts';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { closeSeededFinal, organiser, scoreRound, screenSeeded } from './closed-seeded-round.ts';

const path = { editionId: 'kon-tum-2022' };
/** Who reads an entry in addition to the three judges of the seed. */
export const fourthJudge = { email: 'giam-khao-4@hoi-dong.example.vn', name: 'Lê Văn Em' };

const as = (system: System, email: string) =>
  client({ origin: system.origin, token: async () => await system.token(email) });

/** One more who judges, beside those of the seed; their id. */
export async function joinAsJudge(
  system: System,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<string> {
  const { body } = await as(system, organiser).call(routes.invitePerson, {
    path,
    body: { email, name, role: 'judge' },
  });
  const { personId } = (
    await as(system, email).call(routes.acceptInvitation, {
      path: { ...path, invitationId: body.invitationId },
    })
  ).body;
  await system.settled();
  return personId;
}

/** This share of every criterion's maximum, by half points. */
export const shareOf = (rubric: WireRubric, share: number): { [criterionId: string]: string } =>
  Object.fromEntries(
    rubric.criteria.map(({ id, maxPoints }) => [
      id,
      String(Math.round(Number(maxPoints) * share * 2) / 2),
    ]),
  );

/** What each judge gives: two that are tied, two that the third judge likes much less. */
const shares = [
  [0.8, 0.8, 0.8],
  [0.8, 0.8, 0.8],
  [0.7, 0.7, 0.3],
  [0.9, 0.9, 0.5],
];

/**
 * The seeded edition's first round, closed: one project goes on and two are tied for it; the third project and the idea have
 * judges who are far apart. A fourth judge is in the panel and has read nothing. Titles, in that order.
 */
export async function closeContestedRound(system: System): Promise<readonly string[]> {
  await changePlan(system, (plan) => ({
    ...plan,
    rounds: plan.rounds.map((round, at) =>
      at > 0
        ? round
        : {
            ...round,
            rules: { ...round.rules, cutTie: 'unresolved' as const, advance: { perTrack: 1 } },
          },
    ),
  }));
  const fourth = await joinAsJudge(system, fourthJudge);
  const eligible = new Set(await screenSeeded(system));
  const { items } = (await as(system, organiser).call(routes.listEntries, { path, query: {} }))
    .body;
  const entries = items
    .filter(({ entryId }) => eligible.has(entryId))
    .toSorted((one, other) => one.trackId.localeCompare(other.trackId));
  await scoreRound(
    system,
    'so-khao',
    entries.map(({ entryId }) => entryId),
    {
      others: [fourth],
      points: (rubric, place, judge) => shareOf(rubric, shares[place]?.[judge] ?? 0.8),
    },
  );
  await system.settled();
  return entries.map(({ title }) => title);
}

/**
 * The seeded edition's final, closed: two are tied for the one second prize, which is left to the lot, and one prize is the organisers' to
 * give.
 */
export async function closeTiedFinal(system: System): Promise<void> {
  await changePlan(system, (plan) => ({
    ...plan,
    prizes: [
      ...plan.prizes.map((prize) => (prize.id === 'nhi' ? { ...prize, quantity: 1 } : prize)),
      specialPrize,
    ],
    rounds: plan.rounds.map((round) =>
      round.id === 'chung-ket'
        ? { ...round, rules: { ...round.rules, tieBreak: [{ kind: 'lot' as const }] } }
        : round,
    ),
  }));
  await closeSeededFinal(system);
}

async function changePlan(system: System, change: (plan: WirePlan) => WirePlan): Promise<void> {
  const calls = as(system, organiser);
  const { body, etag = '' } = await calls.call(routes.getEdition, { path });
  await calls.call(routes.changePlan, {
    path,
    body: { plan: change(body.plan), reason: 'Theo kế hoạch mới', documentNumber: '90/QĐ-BTC' },
    ifMatch: etag,
  });
}
