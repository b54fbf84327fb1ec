import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { appendAudit, listHistory } from '../../../lib/store/audit.ts';
import { absentId, expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { otherEditionId, people } from '../../support/world-people.ts';
import { joinTeam } from '../../support/world-teams.ts';

const route = routes.getEntryHistory;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, applicant3, secretary, organiserA } = people;

const { entryId, code } = await submittedEntry(world);
const other = await draftEntry(world, applicant2, exampleContent(1));
await closeSubmissions(world);
const screenedAt = world.now();
const reasons = [{ code: 'qua-nam-nam', note: 'Năm 2015' }];
await world.as(secretary).reply(routes.screenEntry, {
  path: { entryId },
  body: { decision: 'ineligible', reasons },
});

const path = { entryId };
const read = async (said: object = {}) => await world.as(secretary).reply(route, { path, ...said });

test('who did what to the entry, the first act first, without what only proves it', async () => {
  const { items, next } = await read();
  expect(items).toEqual([
    { at: worldBeginsAt, operation: 'createEntry', actorId: applicant1.personId },
    {
      at: worldBeginsAt,
      operation: 'submitEntry',
      actorId: applicant1.personId,
      detail: { submission: 1 },
    },
    {
      at: screenedAt,
      operation: 'screenEntry',
      actorId: secretary.personId,
      detail: { decision: 'ineligible', reasons, state: 'ineligible' },
    },
  ]);
  expect(next).toBe(undefined);
  const subject = `entry/${world.editionId}/${entryId}`;
  const { records } = await listHistory(world.table, subject, { limit: 10 });
  const signature = records[1]?.detail?.['signature'];
  expect([typeof signature, JSON.stringify(items).includes(String(signature))]).toEqual([
    'string',
    false,
  ]);
});

test('of teams, supplements, exceptions and consents: what each was about', async () => {
  await using busy = await openWorld();
  const lead = busy.as(applicant1);
  const one = { entryId: (await submittedEntry(busy)).entryId };
  await joinTeam(busy, one.entryId, applicant2);
  const personId = applicant2.personId;
  await lead.reply(routes.changeTeammate, {
    path: { ...one, personId },
    ifMatch: 1,
    body: { role: 'viewer' },
  });
  await lead.reply(routes.handOverLead, { path: one, body: { personId } });
  await lead.reply(routes.removeTeammate, {
    path: { ...one, personId: applicant1.personId },
  });
  const late = { entryId: (await draftEntry(busy, applicant3, exampleContent(2))).entryId };
  await closeSubmissions(busy);
  const closesAt = '2022-08-05T17:00';
  const asSecretary = busy.as(secretary);
  await asSecretary.reply(routes.requestSupplement, {
    path: one,
    body: { fields: ['summary'], documents: [], message: 'Bổ sung', closesAt },
  });
  await asSecretary.reply(routes.withdrawSupplement, { path: one });
  const exception = { reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' };
  const asOrganiser = busy.as(organiserA);
  await asOrganiser.reply(routes.admitLateEntry, { path: late, body: { ...exception, closesAt } });
  await busy.as(applicant2).reply(routes.withdrawConsent, { path: { ...one, purpose: 'cong-bo' } });
  await asOrganiser.reply(routes.screenEntry, {
    path: one,
    body: { decision: 'eligible', reasons: [], final: true, note: 'Theo biên bản' },
  });
  const acts = async (where: { entryId: string }) => {
    const { items } = await asSecretary.reply(route, { path: where });
    return items.slice(1).map(({ operation, detail }) => [operation, detail]);
  };
  const [first, second] = [applicant1.personId, applicant2.personId];
  const instant = '2022-08-05T10:00:00.000Z';
  expect(await acts(one)).toEqual([
    ['submitEntry', { submission: 1 }],
    ['inviteTeammate', { role: 'editor' }],
    ['acceptTeamInvitation', { role: 'editor' }],
    ['changeTeammate', { personId: second, role: 'viewer' }],
    ['handOverLead', { from: first, to: second }],
    ['removeTeammate', { personId: first }],
    ['requestSupplement', { fields: ['summary'], documents: [], closesAt: instant }],
    ['withdrawSupplement', undefined],
    ['withdrawConsent', { purpose: 'cong-bo', state: 'submitted' }],
    [
      'screenEntry',
      { decision: 'eligible', reasons: [], final: true, note: 'Theo biên bản', state: 'eligible' },
    ],
  ]);
  expect(await acts(late)).toEqual([['admitLateEntry', { ...exception, closesAt: instant }]]);
});

test('what a detail holds beyond the named facts stays in the ledger', async () => {
  const secret = 'eyJhbGciOi-secret';
  const detail = { token: secret, url: `https://x/${secret}`, nested: { token: secret } };
  const subject = `entry/${world.editionId}/${other.entryId}`;
  const at = '2022-07-31T10:05:00.000Z';
  const act = { at, actorId: 'system:probe', operation: 'probe', requestId: 'stored-a/b/c-1' };
  await world.table.write([appendAudit({ ...act, subject, detail }, world.editionId)]);
  const answer = await world.as(organiserA).call(route, { path: { entryId: other.entryId } });
  expect(answer.text).not.toContain(secret);
  expect(answer.body.items.at(-1)).toEqual({
    at,
    operation: 'probe',
    actorId: 'system:probe',
    detail: {},
  });
});

test('a page at a time, each act once', async () => {
  const whole = (await read()).items;
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ query: { limit: '2', ...(cursor ? { cursor } : {}) } });
    seen.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(seen).toEqual(whole);
});

test('G1: a cursor is of this entry and person', async () => {
  const { next = '' } = await read({ query: { limit: '1' } });
  const invalid = {
    status: 400,
    code: 'cursor-invalid',
    errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
  };
  const tries = [
    [organiserA, path, next],
    [secretary, { entryId: other.entryId }, next],
    [secretary, path, next.slice(0, 20)],
    [secretary, path, 'x'],
  ] as const;
  for (const [who, where, cursor] of tries) {
    const said = { path: where, query: { limit: '1', cursor } };
    expect(refusalIn(await world.as(who).call(route, said))).toEqual(invalid);
  }
});

test('G2, G3: what is no parameter, or not in its range', async () => {
  const refused = async (query: { [name: string]: string }) =>
    refusalIn(await world.as(secretary).call(route, { path, query }));
  expect(await refused({ limit: '101' })).toMatchObject({ status: 400, code: 'invalid-parameter' });
  expect(await refused({ sort: 'at' })).toMatchObject({ status: 400, code: 'unknown-parameter' });
});

test('G5: of an entry that is not there, or is of another edition', async () => {
  const nothing = { status: 404, code: 'not-found' };
  const call = async (where: { [name: string]: string }, who = secretary) =>
    refusalIn(await world.as(who).call(route, { path: where }));
  expect(await call({ entryId: absentId })).toEqual(nothing);
  expect(await call({ entryId, editionId: 'nowhere' })).toEqual(nothing);
  const elsewhere = { entryId, editionId: otherEditionId };
  expect(await call(elsewhere, people.organiserElsewhere)).toEqual(nothing);
  for (const wrong of [code, `${entryId}#1`, '../x', '\0']) {
    expect(await call({ entryId: wrong })).toMatchObject({ status: 400 });
  }
});

test('is for those who run this edition, not for its applicant', async () => {
  const { judge1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, applicant2, judge1, revoked, organiserElsewhere, administrator];
  await expectForbidden(world, route, { path }, { needs: 'secretary', strangers });
});

test('one round of parallel reads, with one act and with three', async () => {
  for (const limit of ['1', '3']) {
    const trips = await world.tripsOf(async () => await read({ query: { limit } }));
    expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
  }
});
