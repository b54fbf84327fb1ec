import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, expectConcealed, expectForbidden } from '../../support/denials.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { minimalPdf } from '../../support/fixtures/pdf.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldOpensAt } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, applicant2, applicant3, judge1, secretary, organiserA } = people;
const between = interposed();
const world = await openWorld({ around: between.around });
afterAll(async () => await world[Symbol.asyncDispose]());
const one = await submittedEntry(world);
const two = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
const three = await submittedEntry(world, { owner: applicant3, content: exampleContent(2) });
const draft = await draftEntry(world, applicant3, exampleContent(3));
const path = { entryId: one.entryId };

const request = {
  fields: ['summary'],
  documents: ['thuyet-minh'],
  message: 'Bổ sung thuyết minh',
  closesAt: '2022-08-05T17:00',
};
const closes = '2022-08-05T10:00:00.000Z';
const ask = async (entryId: string, changes: object = {}, who = secretary) =>
  await world
    .as(who)
    .call(routes.requestSupplement, { path: { entryId }, body: { ...request, ...changes } });
const asApplicant = world.as(applicant1);
const get = async () => await asApplicant.reply(routes.getEntry, { path });
const edit = async (changes: object, at?: string) =>
  await asApplicant.call(routes.editEntry, {
    path,
    ifMatch: (await get()).version,
    body: exampleContent(0, changes),
    ...(at === undefined ? {} : { at }),
  });
const submit = async (at?: string) =>
  await asApplicant.call(routes.submitEntry, {
    path,
    body: { acceptedPlanVersion: 1 },
    ...(at === undefined ? {} : { at }),
  });
const notReopened = { status: 409, code: 'state-conflict', state: 'not-reopened' };

test('is asked for after the freeze, of what was handed in', async () => {
  expect(refusalIn(await ask(one.entryId))).toEqual({
    status: 409,
    code: 'phase-closed',
    receivedAt: world.now(),
    opensAt: '2022-07-31T10:01:00.000Z',
  });
  await closeSubmissions(world);
  const conflict = { status: 409, code: 'state-conflict', state: 'draft' };
  expect(refusalIn(await ask(draft.entryId))).toEqual(conflict);
  expect(refusalIn(await ask(one.entryId, { fields: ['trackId'] }))).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [{ pointer: '/fields/0', code: 'not-allowed' }],
  });
});

test('opens what it names, and the startup reads what is asked', async () => {
  const answer = await ask(one.entryId);
  expect([answer.status, answer.headers['etag']]).toEqual([201, '"3"']);
  const { closesAt: _, ...named } = request;
  const supplement = { ...named, requestedAt: world.now(), closesAt: closes };
  expect(answer.body.supplement).toEqual(supplement);
  const seen = await get();
  expect([seen.state, seen.supplement]).toEqual(['submitted', supplement]);
  expect(refusalIn(await ask(one.entryId, {}, organiserA))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'supplement-open',
  });
});

describe('while it is open', () => {
  test('the entry cannot be decided', async () => {
    const body = { decision: 'eligible', reasons: [] };
    expect(refusalIn(await world.as(secretary).call(routes.screenEntry, { path, body }))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'supplement-open',
    });
  });

  test('nothing else changes: fields, documents, the entry itself', async () => {
    expect(refusalIn(await edit({ title: 'Khác' }))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/title', code: 'not-reopened' }],
    });
    const body = offerOf(minimalPdf('Minh chung'), 'minh-chung');
    expect(refusalIn(await asApplicant.call(routes.requestUpload, { path, body }))).toEqual(
      notReopened,
    );
    expect(refusalIn(await asApplicant.call(routes.withdrawEntry, { path }))).toEqual(notReopened);
  });

  test('a document is replaced; the version before keeps its own', async () => {
    const before = await asApplicant.reply(routes.getReceipt, { path });
    await asApplicant.reply(routes.removeDocument, {
      path: { ...path, documentId: one.documentId },
    });
    const bytes = minimalPdf('Thuyet minh moi');
    const { documentId } = await uploadedDocument(world, one.entryId, { bytes });
    expect((await edit({ summary: 'Tóm tắt mới' })).status).toBe(200);
    // The secretariat goes on seeing what was handed in.
    const seen = await world.as(secretary).reply(routes.getEntry, { path });
    expect([seen.content.summary, seen.documents.map((each) => each.documentId)]).toEqual([
      exampleContent(0).summary,
      [one.documentId],
    ]);
    const at = '2022-08-05T09:59:59.999Z';
    const receipt = await submit(at);
    expect([receipt.status, receipt.body.submission, receipt.body.receivedAt]).toEqual([
      201,
      2,
      at,
    ]);
    expect(receipt.body.documents.map((each) => each.documentId)).toEqual([documentId]);
    const old = await world.anonymous.reply(routes.checkReceipt, {
      path: { code: one.code, submission: '1' },
      query: { signature: before.signature },
    });
    expect(old).toMatchObject({ valid: true });
    const now = await get();
    expect([now.state, now.content.summary, now.supplement?.answeredAt]).toEqual([
      'submitted',
      'Tóm tắt mới',
      at,
    ]);
  });
});

test('once answered it is closed', async () => {
  const receivedAt = '2022-08-05T09:59:59.999Z';
  const closed = {
    status: 409,
    code: 'phase-closed',
    receivedAt,
    opensAt: worldOpensAt,
    closesAt: receivedAt,
  };
  expect(refusalIn(await edit({ summary: 'Nữa' }, receivedAt))).toEqual(closed);
  expect(refusalIn(await submit(receivedAt))).toEqual(closed);
  const gone = await world.as(secretary).call(routes.withdrawSupplement, { path });
  expect(refusalIn(gone)).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'supplement-closed',
  });
});

test('after its time nothing is taken, and the last submitted version stands', async () => {
  world.at('2022-08-02T03:00:00.000Z');
  expect((await ask(two.entryId)).status).toBe(201);
  const at = closes;
  const said = { path: { entryId: two.entryId }, at };
  const closed = {
    status: 409,
    code: 'phase-closed',
    receivedAt: at,
    opensAt: worldOpensAt,
    closesAt: closes,
  };
  const caller = world.as(applicant2);
  const { version } = await caller.reply(routes.getEntry, said);
  const body = exampleContent(1, { summary: 'Muộn' });
  expect(
    refusalIn(await caller.call(routes.editEntry, { ...said, body, ifMatch: version })),
  ).toEqual(closed);
  const accepted = { acceptedPlanVersion: 1 };
  expect(refusalIn(await caller.call(routes.submitEntry, { ...said, body: accepted }))).toEqual(
    closed,
  );
  const offer = offerOf(minimalPdf('Muon'));
  expect(refusalIn(await caller.call(routes.requestUpload, { ...said, body: offer }))).toEqual(
    closed,
  );
  const decided = await world
    .as(secretary)
    .reply(routes.screenEntry, { ...said, body: { decision: 'eligible', reasons: [] } });
  expect([decided.state, decided.submission]).toEqual(['eligible', 1]);
});

describe('at the same time', () => {
  const entryId = three.entryId;
  const said = { path: { entryId } };
  const hand = async () =>
    await world
      .as(applicant3)
      .call(routes.submitEntry, { ...said, body: { acceptedPlanVersion: 1 } });

  test('an answer and an opinion on the version before: the opinion is refused', async () => {
    // The only moment at which both may: the supplement ran out for one of them.
    await ask(entryId, { closesAt: '2022-08-03T17:00' });
    const body = { decision: 'eligible', reasons: [], submission: 1 };
    const statuses: number[] = [];
    between.beforeNextWrite(async () => statuses.push((await hand()).status));
    const answer = await world
      .as(secretary)
      .call(routes.screenEntry, { ...said, body, at: '2022-08-03T10:00:00.000Z' });
    expect(statuses).toEqual([201]);
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'resubmitted',
    });
  });

  test('an answer and the decision: whoever is second is told', async () => {
    await ask(entryId, { closesAt: '2022-08-03T17:00' });
    const statuses: number[] = [];
    const body = { decision: 'eligible', reasons: [], submission: 2 };
    between.beforeNextWrite(async () => {
      const at = '2022-08-03T10:00:00.000Z';
      statuses.push(
        (await world.as(secretary).call(routes.screenEntry, { ...said, body, at })).status,
      );
    });
    const answer = await hand();
    expect(statuses).toEqual([200]);
    expect(refusalIn(answer)).toEqual({ status: 409, code: 'state-conflict', state: 'eligible' });
  });

  test('a moved deadline and an opinion: the opinion waits for the freeze', async () => {
    const plan = exampleWirePlan();
    const moved = { ...plan, dates: { ...plan.dates, submissionsCloseAt: '2022-08-09T17:00' } };
    between.beforeNextWrite(async () => {
      const { version } = await world.anonymous.reply(routes.getEdition);
      await world.as(organiserA).reply(routes.changePlan, {
        body: { plan: moved, reason: 'Bão', documentNumber: '96/QĐ-BTC' },
        ifMatch: version,
      });
    });
    const body = { decision: 'eligible', reasons: [] };
    const answer = await world.as(secretary).call(routes.screenEntry, { path, body });
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      opensAt: '2022-08-09T10:01:00.000Z',
    });
    // All of the entry is open again, whatever was decided or answered.
    expect((await edit({ title: 'Mới hoàn toàn' })).status).toBe(200);
  });
});

test('is to what was handed in, though the draft went to another track', async () => {
  await using other = await openWorld({
    plan: (plan) => ({
      ...plan,
      documents: plan.documents.map((each) =>
        each.kind === 'minh-chung' ? { ...each, tracks: ['du-an'] } : each,
      ),
    }),
  });
  const { answers: _, ...content } = exampleContent(0, { trackId: 'du-an' });
  const { entryId } = await submittedEntry(other, { content });
  const said = { path: { entryId } };
  const caller = other.as(applicant1);
  const { version } = await caller.reply(routes.getEntry, said);
  const body = { ...content, trackId: 'y-tuong' };
  await caller.reply(routes.editEntry, { ...said, body, ifMatch: version });
  await closeSubmissions(other);
  await other.as(secretary).reply(routes.requestSupplement, {
    ...said,
    body: { ...request, documents: ['minh-chung'] },
  });
  await uploadedDocument(other, entryId, { kind: 'minh-chung' });
  const receipt = await caller.reply(routes.submitEntry, {
    ...said,
    body: { acceptedPlanVersion: 1 },
  });
  expect(receipt.documents.map(({ kind }) => kind)).toEqual(['thuyet-minh', 'minh-chung']);
  const seen = await other.as(secretary).reply(routes.getEntry, said);
  expect([seen.content.trackId, seen.submission]).toEqual(['du-an', 2]);
});

describe('wrong callers', () => {
  const { revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, applicant2, judge1, revoked, organiserElsewhere, administrator];

  test('do not ask for one, nor withdraw one', async () => {
    await expectForbidden(
      world,
      routes.requestSupplement,
      { path, body: request },
      { needs: 'secretary', strangers },
    );
    await expectForbidden(
      world,
      routes.withdrawSupplement,
      { path },
      { needs: 'secretary', strangers },
    );
    const nothing = { status: 404, code: 'not-found' };
    expect(refusalIn(await ask(absentId))).toEqual(nothing);
    const none = { path: { entryId: draft.entryId } };
    expect(refusalIn(await world.as(secretary).call(routes.withdrawSupplement, none))).toEqual(
      nothing,
    );
  });

  test('do not answer one', async () => {
    const said = { path, body: { acceptedPlanVersion: 1 } };
    await expectConcealed(world, routes.submitEntry, said, [applicant2, secretary, judge1]);
  });
});
