import { playContest } from '../../examples/play/play-contest.ts';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { closeSeededFinal, organiser } from './closed-seeded-round.ts';
import { openSeededRound } from './opened-round.ts';
import { pitchSeededRound } from './pitched-plan.ts';
import { startSeededSystem } from './seeded-system.ts';

/** Where the pages of a world are looked at: its system and what its addresses are made of, by the parameter's name. */
export interface PageWorld {
  readonly system: System;
  readonly found: { readonly [name: string]: string };
}

const seeded = 'kon-tum-2022';
const played = 'kon-tum-play';

const as = (system: System, email: string) =>
  client({ origin: system.origin, token: async () => await system.token(email) });

/** The seeded edition is open; another one went all its way, with certificates, and each of its entries has its owner. */
async function playedWorld(): Promise<PageWorld> {
  const system = await startSeededSystem();
  let ahead = 0;
  const stage = {
    origin: system.origin,
    token: system.token,
    settled: system.settled,
    advance: (milliseconds: number) => {
      ahead += milliseconds;
      system.advance(milliseconds);
    },
    now: () => Date.now() + ahead,
  };
  const { entries, result } = await playContest(stage, played, () => undefined);
  const path = { editionId: played };
  const calls = as(system, organiser);
  const { certificates } = (
    await calls.call(routes.issueCertificates, { path, body: { awards: 'all' } })
  ).body;
  await calls.call(routes.invitePerson, {
    path: { editionId: seeded },
    body: { email: 'startup-1@example.vn', name: 'Y Blô', role: 'judge' },
  });
  await system.settled();
  const winner = entries.find(({ title }) => title === result.awards[0]?.title);
  if (winner === undefined) throw new Error('nobody won');
  const startup = as(system, winner.owner);
  const { code, submission, signature } = (
    await startup.call(routes.getReceipt, { path: { ...path, entryId: winner.entryId } })
  ).body;
  const mails = (await calls.call(routes.listMails, { path, query: {} })).body.items;
  const own = async (email: string) => {
    const { body } = await as(system, email).call(routes.getMe, {});
    return body.entries.find(({ editionId }) => editionId === seeded)?.entryId ?? '';
  };
  return {
    system,
    found: {
      owner: winner.owner,
      entryId: winner.entryId,
      code,
      submission: String(submission),
      signature,
      mailId: mails[0]?.mailId ?? '',
      certificate: certificates[0]?.code ?? '',
      draftId: await own('startup-3@example.vn'),
      submittedId: await own('startup-2@example.vn'),
    },
  };
}

/** Judges score the seeded edition's first round, by pitches: the first one speaks. */
async function judgedWorld(): Promise<PageWorld> {
  const system = await startSeededSystem();
  await pitchSeededRound(system);
  await openSeededRound(system);
  const path = { editionId: seeded, roundId: 'so-khao' };
  const { order } = (await as(system, organiser).call(routes.drawRunningOrder, { path, body: {} }))
    .body;
  const [first] = order;
  if (first === undefined) throw new Error('nobody speaks');
  const { entryId } = first;
  const judge = as(system, 'giam-khao-1@hoi-dong.example.vn');
  const body = { conflict: false, reason: '' };
  await judge.call(routes.declareConflict, { path: { ...path, entryId }, body });
  await as(system, organiser).call(routes.moveOn, {
    path,
    body: { entryId, state: 'presenting' },
  });
  return { system, found: { entryId, undeclaredId: order[1]?.entryId ?? '' } };
}

/** The seeded edition's final is scored and closed, with a tie and judges far apart. */
async function closedWorld(): Promise<PageWorld> {
  const system = await startSeededSystem();
  await closeSeededFinal(system);
  const path = { editionId: seeded, roundId: 'chung-ket' };
  const { rankings } = (await as(system, organiser).call(routes.previewRanking, { path })).body;
  return { system, found: { entryId: rankings[0]?.entries[0]?.entryId ?? '' } };
}

/** What brings each world up. */
export const pageWorlds = { played: playedWorld, judged: judgedWorld, closed: closedWorld };

export type PageWorldName = keyof typeof pageWorlds;
