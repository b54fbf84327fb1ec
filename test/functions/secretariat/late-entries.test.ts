import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldOpensAt } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';

const { applicant1, applicant2, applicant3, judge1, secretary, organiserA } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const draft = await draftEntry(world);
const submitted = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
const path = { entryId: draft.entryId };
const exception = {
  closesAt: '2022-08-05T17:00',
  reason: 'Bão số 4',
  documentNumber: '95/QĐ-BTC',
};
const closes = '2022-08-05T10:00:00.000Z';
const admitEntry = async (said: object = {}) =>
  await world.as(organiserA).call(routes.admitLateEntry, { path, body: exception, ...said });
const latecomer = person('latecomer');
const admitApplicant = async (changes: object = {}) =>
  await world.as(organiserA).call(routes.admitLateApplicant, {
    body: { email: latecomer.email, ...exception, ...changes },
  });
const closed = (receivedAt: string, closesAt: string) => ({
  status: 409,
  code: 'phase-closed',
  receivedAt,
  opensAt: worldOpensAt,
  closesAt,
});
const others = () => {
  const { revoked, organiserElsewhere, administrator } = people;
  return [secretary, applicant1, judge1, revoked, organiserElsewhere, administrator];
};

test('there are no exceptions before the freeze', async () => {
  const early = {
    status: 409,
    code: 'phase-closed',
    receivedAt: world.now(),
    opensAt: '2022-07-31T10:01:00.000Z',
  };
  expect(refusalIn(await admitEntry())).toEqual(early);
  expect(refusalIn(await admitApplicant())).toEqual(early);
  await closeSubmissions(world);
});

describe('a draft that missed the deadline', () => {
  const submit = async (at: string) =>
    await world
      .as(applicant1)
      .call(routes.submitEntry, { path, body: { acceptedPlanVersion: 1 }, at });

  test('is handed in by a recorded exception, and the receipt says when', async () => {
    expect((await submit(world.now())).status).toBe(409);
    const admitted = await admitEntry();
    expect([admitted.status, admitted.headers['etag'], admitted.body.late]).toEqual([
      201,
      '"2"',
      { closesAt: closes },
    ]);
    await uploadedDocument(world, draft.entryId);
    const at = '2022-08-05T09:59:59.999Z';
    const receipt = await submit(at);
    expect([receipt.status, receipt.body.receivedAt]).toEqual([201, at]);
    const { late } = await world.as(secretary).reply(routes.getScreening, { path });
    const by = organiserA.personId;
    expect(late).toEqual({ ...exception, closesAt: closes, by, at: world.now() });
    const seen = await world.as(applicant1).call(routes.getEntry, { path });
    expect([seen.body.late, seen.text.includes('95/QĐ-BTC')]).toEqual([
      { closesAt: closes },
      false,
    ]);
  });

  test('is decided when its time is over', async () => {
    const screen = async (at: string) =>
      await world
        .as(secretary)
        .call(routes.screenEntry, { path, body: { decision: 'eligible', reasons: [] }, at });
    expect(refusalIn(await screen('2022-08-05T09:59:59.999Z'))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'late-open',
    });
    expect(refusalIn(await submit(closes))).toEqual(closed(closes, closes));
    expect((await screen(closes)).status).toBe(200);
  });

  test('nothing else is one', async () => {
    expect(refusalIn(await admitEntry({ path: { entryId: submitted.entryId } }))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'submitted',
    });
    expect(refusalIn(await admitEntry({ path: { entryId: absentId } }))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });

  test('and wrong callers', async () => {
    const said = { path, body: exception };
    await expectForbidden(world, routes.admitLateEntry, said, {
      needs: 'organiser',
      strangers: others(),
    });
  });
});

describe('who began nothing in time', () => {
  const begin = async (who: typeof latecomer, at = world.now(), at_ = exampleContent(2)) =>
    await world.as(who).call(routes.createEntry, { body: at_, at });

  test('begins by an exception for the verified address, which the entry carries', async () => {
    const now = world.now();
    const end = '2022-07-31T10:00:00.000Z';
    expect(refusalIn(await begin(latecomer))).toEqual(closed(now, end));
    const admitted = await admitApplicant({ email: 'Latecomer@Example.VN' });
    const { admissionId, ...said } = admitted.body;
    expect([admitted.status, said]).toEqual([
      201,
      { ...exception, email: 'Latecomer@example.vn', closesAt: closes, at: now, version: 1 },
    ]);
    expect(refusalIn(await begin(applicant3))).toEqual(closed(now, end));
    const unverified = world.withClaims({
      sub: 'somebody',
      email: latecomer.email,
      email_verified: false,
    });
    const nobody = await unverified.call(routes.createEntry, { body: exampleContent(2) });
    expect(refusalIn(nobody)).toEqual(closed(now, end));
    expect(refusalIn(await begin(latecomer, closes))).toEqual(closed(closes, closes));
    const begun = await begin(latecomer, '2022-08-05T09:59:59.999Z');
    expect([begun.status, begun.body.late]).toEqual([201, { closesAt: closes }]);
    const { entryId } = begun.body;
    await uploadedDocument(world, entryId, { owner: latecomer });
    const receipt = await world.as(latecomer).reply(routes.submitEntry, {
      path: { entryId },
      body: { acceptedPlanVersion: 1 },
    });
    expect(receipt.receivedAt).toBe(now);
    const again = await admitApplicant({ reason: 'Mất điện' });
    expect([again.body.admissionId, again.body.version]).toEqual([admissionId, 2]);
  });

  test('the ledger, which forgets nothing, has no address', () => {
    const rows = world.table.database
      .prepare("SELECT body FROM ledger WHERE body LIKE '%admitLateApplicant%'")
      .all();
    expect(rows.length).toBe(2);
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('latecomer');
  });

  test('but no official', async () => {
    await admitApplicant({ email: judge1.email });
    expect(refusalIn(await begin(judge1))).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'also-official',
    });
  });

  test('one read and one write, with an exception and without', async () => {
    await admitApplicant({ email: 'khac@example.vn' });
    const trips = await world.tripsOf(
      async () => await begin(person('khac'), world.now(), exampleContent(3)),
    );
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });

  test('and wrong callers', async () => {
    const said = { body: { email: latecomer.email, ...exception } };
    await expectForbidden(world, routes.admitLateApplicant, said, {
      needs: 'organiser',
      strangers: others(),
    });
  });
});
