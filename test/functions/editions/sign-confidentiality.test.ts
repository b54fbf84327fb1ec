import { expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { digestOf } from '../../../lib/store/digest.ts';
import { expectForbidden } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  allPairs,
  askToSign,
  assign,
  confidentiality,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  open,
  saveDraft,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, secretary, judge1, applicant1, revoked } = people;
const sign = async (world: World, acceptedPlanVersion: number) =>
  await world.as(judge1).call(routes.signConfidentiality, { body: { acceptedPlanVersion } });
const signed = (at: string) => ({
  version: confidentiality.version,
  textSha256: digestOf(confidentiality.text),
  at,
});

test('a judge signs once; the record keeps which text and when, and organisers see it', async () => {
  await using world = await openWorld({ plan: (example) => ({ ...example, confidentiality }) });
  const answer = await sign(world, 1);
  const at = world.now();
  expect([answer.status, answer.headers['etag'], answer.body.confidentiality]).toEqual([
    200,
    '"2"',
    signed(at),
  ]);
  expect((await world.as(judge1).reply(routes.getOwnDetails)).confidentiality).toEqual(signed(at));
  world.at('2022-06-16T03:00:00.000Z');
  expect((await sign(world, 1)).body).toEqual(answer.body);
  const { items } = await world.as(organiserA).reply(routes.listPeople);
  expect(items.flatMap((one) => (one.confidentiality ? [one.personId] : []))).toEqual([
    judge1.personId,
  ]);
});

test('another version of the plan, or a plan without terms, is told', async () => {
  await using world = await openWorld();
  expect(refusalIn(await sign(world, 1))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'nothing-to-sign',
  });
  await askToSign(world);
  expect(refusalIn(await sign(world, 1))).toEqual({
    status: 409,
    code: 'rules-changed',
    current: 2,
  });
  const trips = await world.tripsOf(async () => await sign(world, 2));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});

test('terms that change meanwhile are not signed unread', async () => {
  const between = interposed();
  await using world = await openWorld({ around: between.around });
  await askToSign(world);
  between.beforeNextWrite(async () => await askToSign(world, { ...confidentiality, version: '2' }));
  expect(refusalIn(await sign(world, 2))).toEqual({
    status: 409,
    code: 'rules-changed',
    current: 3,
  });
});

test('is for judges alone', async () => {
  await using world = await openWorld();
  await askToSign(world);
  const strangers = [organiserA, secretary, applicant1, revoked];
  const said = { body: { acceptedPlanVersion: 2 } };
  await expectForbidden(world, routes.signConfidentiality, said, { needs: 'judge', strangers });
});

test('until then no dossier, document or sheet opens; another text closes them again', async () => {
  await using world = await openWorld();
  const [entry] = await eligibleEntries(world, contenders(1));
  const { entryId, documentId } = entry!;
  await assign(world, allPairs([entry!], [judge1]));
  await askToSign(world);
  // What shows a conflict is shown before, and the word on it is given.
  expect((await world.as(judge1).reply(routes.listQueue)).items.length).toBe(1);
  await declare(world, judge1, entryId);
  await open(world);
  const path = { roundId: firstRound, entryId };
  const asJudge = world.as(judge1);
  const answers = async () =>
    await Promise.all([
      asJudge.call(routes.getJudgedEntry, { path }),
      asJudge.call(routes.linkJudgedDocument, { path: { ...path, documentId } }),
      asJudge.call(routes.getScoreSheet, { path }),
      asJudge.call(routes.listSheetRevisions, { path }),
      asJudge.call(routes.saveScoreSheet, { path, body: sheetBody(), ifMatch: 0 }),
      asJudge.call(routes.submitScoreSheet, { path, ifMatch: 0 }),
    ]);
  const needed = { status: 403, code: 'forbidden', needs: 'confidentiality' };
  expect((await answers()).map(refusalIn)).toEqual(Array.from({ length: 6 }, () => needed));
  await sign(world, 2);
  expect((await asJudge.call(routes.getJudgedEntry, { path })).status).toBe(200);
  const link = { path: { ...path, documentId } };
  expect((await asJudge.call(routes.linkJudgedDocument, link)).status).toBe(201);
  const body = { ...sheetBody(), planVersion: 2 };
  expect((await saveDraft(world, judge1, entryId, { body })).status).toBe(200);
  const { text } = confidentiality;
  await askToSign(world, { ...confidentiality, text: { ...text, vi: `${text.vi} Mãi mãi.` } });
  expect((await answers()).map(refusalIn)).toEqual(Array.from({ length: 6 }, () => needed));
  await sign(world, 3);
  expect((await asJudge.reply(routes.getScoreSheet, { path })).version).toBe(1);
});
