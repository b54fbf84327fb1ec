import { marksFor } from '../../examples/play/marks.ts';
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
 * Takes the seeded edition to its final, scored by three judges and closed; the first round is approved. The day of its clock
 * then, in UTC.
 */
export async function closeSeededFinal(system: System): Promise<string> {
  await screenAll(system);
  const entryIds = await eligibleIds(system);
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
  return serverTime.slice(0, 10);
}

async function screenAll(system: System): Promise<void> {
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
}

async function eligibleIds(system: System): Promise<string[]> {
  const list = await as(system, organiser).call(routes.listEntries, {
    path,
    query: { state: 'eligible', limit: '100' },
  });
  return list.body.items.map(({ entryId }) => entryId);
}

async function scoreRound(
  system: System,
  roundId: string,
  entryIds: readonly string[],
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
    body: { judges, chair: judges[0] ?? '' },
    ifMatch: `"${version}"`,
  });
  const pairs = entryIds.flatMap((entryId) => judges.map((judgeId) => ({ entryId, judgeId })));
  await calls.call(routes.assignEntries, { path: round, body: { pairs } });
  await calls.call(routes.openRound, { path: round });
  await Promise.all(
    judgeMails.map(async (mail, judge) => {
      await scoreAll(as(system, mail), round, entryIds, judge);
    }),
  );
  await system.settled();
  await calls.call(routes.closeRound, { path: round, body: { acceptMissing: false } });
}

/** One judge scores everything; who comes later in the list gets less, so that places differ. */
async function scoreAll(
  judge: ReturnType<typeof client>,
  round: { readonly editionId: string; readonly roundId: string },
  entryIds: readonly string[],
  number: number,
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
    const points = marksFor(rubric, place === 1 ? 2 : Math.min(place, 4), number);
    const { version } = (
      await judge.call(routes.saveScoreSheet, {
        path: sheet,
        body: { planVersion, points, comment: `Nhận xét ${number + 1}.`, note: '' },
        ifMatch: '"0"',
      })
    ).body;
    await judge.call(routes.submitScoreSheet, { path: sheet, ifMatch: `"${version}"` });
  }
}
