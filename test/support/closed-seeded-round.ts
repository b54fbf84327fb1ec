import { marksFor } from '../../examples/play/marks.ts';
import { localDateAt } from '../../lib/contest/local-time.ts';
import type { WireRubric } from '../../lib/contest/rubric-wire.ts';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';

const path = { editionId: 'kon-tum-2022' };
const day = 86_400_000;
/** Whoever approves the first round. */
export const organiser = 'ban-to-chuc-1@so-khcn.example.vn';

const judgeMails = [1, 2, 3].map((at) => `giam-khao-${at}@hoi-dong.example.vn`);

const as = (system: System, email: string) =>
  client({ origin: system.origin, token: async () => await system.token(email) });

/**
 * Takes the seeded edition to its final, scored by three judges and closed; the first round is approved. The day that it
 * is then in Kon Tum: a paper is dated by that, whatever the hour is elsewhere.
 */
export async function closeSeededFinal(system: System): Promise<string> {
  const entryIds = await screenSeeded(system);
  await scoreRound(system, 'so-khao', entryIds);
  const { body } = await as(system, organiser).call(routes.previewRanking, {
    path: { ...path, roundId: 'so-khao' },
  });
  const { advanced } = (
    await as(system, organiser).call(routes.approveRanking, {
      path: { ...path, roundId: 'so-khao' },
      body: { digest: body.digest },
    })
  ).body;
  await scoreRound(system, 'chung-ket', advanced);
  await system.settled();
  const { serverTime } = (await as(system, organiser).call(routes.getEdition, { path })).body;
  return localDateAt(serverTime, 'Asia/Ho_Chi_Minh');
}

/** Takes the seeded edition past its deadline and finds everything eligible that was handed in: those entries, in the list's order. */
export async function screenSeeded(system: System): Promise<string[]> {
  system.advance(31 * day);
  await system.settled();
  const secretary = as(system, 'thu-ky@example.vn');
  const { items } = (
    await secretary.call(routes.listEntries, { path, query: { state: 'submitted' } })
  ).body;
  const decisions = items.map(({ entryId }) => ({
    entryId,
    decision: 'eligible' as const,
    reasons: [],
  }));
  await secretary.call(routes.screenEntries, { path, body: { dryRun: false, decisions } });
  await system.settled();
  const list = await as(system, organiser).call(routes.listEntries, {
    path,
    query: { state: 'eligible', limit: '100' },
  });
  return list.body.items.map(({ entryId }) => entryId);
}

/** The points of one judge for the entry at this place of the list, by criterion. */
type Points = (
  rubric: WireRubric,
  place: number,
  judge: number,
) => { [criterionId: string]: string };

/** Who comes later in the list gets less, so that places differ, but for two that are tied. */
const pointsOf: Points = (rubric, place, judge) =>
  marksFor(rubric, place === 1 ? 2 : Math.min(place, 4), judge);

/** The three judges of the seed score these entries in a round, and it is closed; others may be in its panel. */
export async function scoreRound(
  system: System,
  roundId: string,
  entryIds: readonly string[],
  { others = [], points = pointsOf }: { others?: readonly string[]; points?: Points } = {},
): Promise<void> {
  const round = { ...path, roundId };
  const calls = as(system, organiser);
  const people = (await calls.call(routes.listPeople, { path })).body.items;
  const judges = judgeMails.map(
    (mail) => people.find(({ email }) => email === mail)?.personId ?? '',
  );
  const { version } = (await calls.call(routes.getRound, { path: round })).body;
  await calls.call(routes.setPanel, {
    path: round,
    body: { judges: [...judges, ...others], chair: judges[0] ?? '' },
    ifMatch: `"${version}"`,
  });
  const pairs = entryIds.flatMap((entryId) => judges.map((judgeId) => ({ entryId, judgeId })));
  await calls.call(routes.assignEntries, { path: round, body: { pairs } });
  await calls.call(routes.openRound, { path: round });
  await Promise.all(
    judgeMails.map(async (mail, judge) => {
      await scoreAll(as(system, mail), round, entryIds, (rubric, place) =>
        points(rubric, place, judge),
      );
    }),
  );
  await system.settled();
  await calls.call(routes.closeRound, { path: round, body: { acceptMissing: false } });
}

/** One judge scores everything. */
async function scoreAll(
  judge: ReturnType<typeof client>,
  round: { readonly editionId: string; readonly roundId: string },
  entryIds: readonly string[],
  pointsFor: (rubric: WireRubric, place: number) => { [criterionId: string]: string },
): Promise<void> {
  const { plan, planVersion } = (await judge.call(routes.getEdition, { path })).body;
  const rubric = plan.rounds.find(({ id }) => id === round.roundId)?.rubrics[0]?.rubric;
  if (rubric === undefined) throw new Error(`no rubric in ${round.roundId}`);
  if (round.roundId === 'so-khao' && plan.confidentiality !== undefined) {
    await judge.call(routes.signConfidentiality, {
      path,
      body: { acceptedPlanVersion: planVersion },
    });
  }
  for (const [place, entryId] of entryIds.entries()) {
    const sheet = { ...round, entryId };
    await judge.call(routes.declareConflict, {
      path: sheet,
      body: { conflict: false, reason: '' },
    });
    const points = pointsFor(rubric, place);
    const { version } = (
      await judge.call(routes.saveScoreSheet, {
        path: sheet,
        body: { planVersion, points, comment: 'Nhận xét của giám khảo.', note: '' },
        ifMatch: '"0"',
      })
    ).body;
    await judge.call(routes.submitScoreSheet, { path: sheet, ifMatch: `"${version}"` });
  }
}
