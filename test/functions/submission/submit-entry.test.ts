import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { verifySignature } from '../../../lib/platform/verify-signature.ts';
import { receiptBytes } from '../../../lib/store/receipt.ts';
import { contentsOf, expectConcealed } from '../../support/denials.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { minimalPdf } from '../../support/fixtures/pdf.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import {
  openWorld,
  type World,
  worldBeginsAt,
  worldClosesAt,
  worldOpensAt,
} from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  keptContent,
  sha256Of,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.submitEntry;
const { applicant1, organiserA } = people;
const accepted = { acceptedPlanVersion: 1 };

/** A draft with its document, ready to be handed in. */
async function ready(world: World, owner = applicant1, at = 0) {
  const { entryId } = await draftEntry(world, owner, exampleContent(at));
  const { documentId } = await uploadedDocument(world, entryId, { owner });
  const submit = async (said: object = {}) =>
    await world.as(owner).call(route, { path: { entryId }, body: accepted, ...said });
  return { entryId, documentId, submit };
}

/** The canonical JSON (RFC 8785) of a value without numbers other than integers, made here anew. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a receipt', async () => {
  const world = await openWorld();
  afterAll(async () => await world[Symbol.asyncDispose]());
  const bytes = minimalPdf('Bản thuyết minh');
  const { entryId, code, documentId, receipt } = await submittedEntry(world, { bytes });

  test('says what was received and when', () => {
    const { signature, keyId, documents, ...said } = receipt;
    expect(said).toEqual({
      editionId: 'kon-tum-2022',
      entryId,
      code,
      submission: 1,
      receivedAt: worldBeginsAt,
      planVersion: 1,
      contentSha256: sha256(canonical(keptContent(exampleContent(0)))),
      scan: 'clean',
    });
    const [{ versionId, ...document }] = documents as [(typeof documents)[0]];
    expect(document).toEqual({
      documentId,
      kind: 'thuyet-minh',
      fileName: 'thuyet-minh.pdf',
      contentType: 'application/pdf',
      size: bytes.length,
      sha256: sha256Of(bytes),
    });
    expect(versionId.length).toBeGreaterThan(0);
    expect([keyId.length, signature.length]).toEqual([16, 86]);
  });

  test('is signed over what it says, and over nothing else', async () => {
    const { scan: _, signature, keyId, ...claims } = receipt;
    const key = await world.services.signer.publicKey();
    expect(key.keyId).toBe(keyId);
    const signed = Buffer.from(signature, 'base64url');
    const made = Buffer.from(`contest-receipt/v1\n${sha256(canonical(claims))}\n`);
    expect(Buffer.from(receiptBytes(claims))).toEqual(made);
    expect(verifySignature(key.raw, made, signed)).toBe(true);
    const later = { ...claims, receivedAt: '2022-06-15T03:00:00.001Z' };
    expect(verifySignature(key.raw, receiptBytes(later), signed)).toBe(false);
  });

  test('is read again by its owner and by those who run the contest', async () => {
    for (const one of [applicant1, people.secretary, organiserA]) {
      expect(await world.as(one).reply(routes.getReceipt, { path: { entryId } })).toEqual(receipt);
    }
  });

  test('hashes the bytes that lie in the store', async () => {
    const [document] = receipt.documents;
    const key = `kon-tum-2022/${entryId}/${documentId}`;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await world.documents.read(key, document!.versionId)) {
      chunks.push(chunk);
    }
    expect(sha256Of(Buffer.concat(chunks))).toBe(document!.sha256);
  });

  test('is sent by mail once', async () => {
    await world.settle();
    const mails = world.mails.filter(({ to }) => to === applicant1.email);
    expect(mails.map(({ id, subject }) => [id, subject])).toEqual([
      [`receipt-${entryId}-1`, `Đã nhận hồ sơ ${code} (lần 1)`],
    ]);
  });

  test('of what was handed in stays when the draft moves on', async () => {
    const path = { entryId };
    await world.as(applicant1).reply(routes.editEntry, {
      path,
      ifMatch: 2,
      body: exampleContent(0, { title: 'Bản nháp mới' }),
    });
    await world.as(applicant1).reply(routes.removeDocument, { path: { entryId, documentId } });
    expect(await world.as(applicant1).reply(routes.getReceipt, { path })).toEqual(receipt);
    const draft = await world.as(applicant1).reply(routes.getEntry, { path });
    expect([draft.content.title, draft.documents, draft.submission]).toEqual([
      'Bản nháp mới',
      [],
      1,
    ]);
    // Who runs the contest works on what was handed in.
    const seen = await world.as(people.secretary).reply(routes.getEntry, { path });
    expect(seen.content).toEqual(keptContent(exampleContent(0)));
    expect(seen.documents.map((one) => one.documentId)).toEqual([documentId]);
    expect(seen.missing).toEqual([]);
  });
});

describe('is refused', async () => {
  const world = await openWorld();
  afterAll(async () => await world[Symbol.asyncDispose]());
  const { entryId, submit } = await ready(world);

  test('to everybody but the owner, as though there were no entry', async () => {
    const strangers = [
      people.applicant2,
      people.judge1,
      people.secretary,
      organiserA,
      people.organiserElsewhere,
      people.revoked,
      people.administrator,
    ];
    await expectConcealed(world, route, { path: { entryId }, body: accepted }, strangers);
    const elsewhere = { path: { entryId, editionId: 'dak-lak-2022' }, body: accepted };
    const answer = await world.as(applicant1).call(route, elsewhere);
    expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
  });

  test('at the deadline', async () => {
    const before = contentsOf(world);
    expect(refusalIn(await submit({ at: worldClosesAt }))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: worldClosesAt,
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
    });
    expect(contentsOf(world)).toEqual(before);
  });

  test('with rules that were not shown', async () => {
    expect(refusalIn(await submit({ body: { acceptedPlanVersion: 2 } }))).toEqual({
      status: 409,
      code: 'rules-changed',
      current: 1,
    });
  });

  test('with a time of its own', async () => {
    const body = { ...accepted, submittedAt: worldBeginsAt };
    expect(refusalIn(await submit({ body }))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/submittedAt', code: 'unknown-field' }],
    });
  });

  test('without its document (D6), and with all that is missing otherwise', async () => {
    const owner = people.applicant2;
    const bare = await draftEntry(world, owner, exampleContent(1));
    const document = { code: 'document-missing', document: 'thuyet-minh' };
    const call = async () =>
      refusalIn(
        await world.as(owner).call(route, { path: { entryId: bare.entryId }, body: accepted }),
      );
    expect(await call()).toEqual({ status: 409, code: 'upload-incomplete', missing: [document] });
    const { summary: _, ...body } = exampleContent(1);
    const path = { entryId: bare.entryId };
    await world.as(owner).reply(routes.editEntry, { path, ifMatch: 1, body });
    expect(await call()).toEqual({
      status: 409,
      code: 'entry-incomplete',
      missing: [{ code: 'required', pointer: '/summary' }, document],
    });
  });

  test('once withdrawn', async () => {
    const owner = people.applicant3;
    const third = await ready(world, owner, 2);
    await world.as(owner).reply(routes.withdrawEntry, { path: { entryId: third.entryId } });
    expect(refusalIn(await third.submit())).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'withdrawn',
    });
  });
});

test('D6: a file that is not scanned yet is counted as handed in', async () => {
  await using world = await openWorld({ malwareScan: 'required' });
  const { entryId, documentId, submit } = await ready(world);
  const { status, body } = await submit();
  expect([status, body.scan]).toEqual([201, 'pending']);
  world.tell({
    kind: 'object-scanned',
    id: 'scan-1',
    key: `kon-tum-2022/${entryId}/${documentId}`,
    versionId: body.documents[0]!.versionId,
    verdict: 'NO_THREATS_FOUND',
  });
  await world.settle();
  const receipt = await world.as(applicant1).reply(routes.getReceipt, { path: { entryId } });
  expect(receipt).toEqual({ ...body, scan: 'clean' });
});

test('a file that is turned away after it was handed in is no longer said to be waited for', async () => {
  await using world = await openWorld({ malwareScan: 'required' });
  const { entryId, documentId, submit } = await ready(world);
  await uploadedDocument(world, entryId, { kind: 'trinh-chieu' });
  const { body } = await submit();
  const pinned = body.documents.find((document) => document.documentId === documentId);
  world.tell({
    kind: 'object-scanned',
    id: 'scan-1',
    key: `kon-tum-2022/${entryId}/${documentId}`,
    versionId: pinned!.versionId,
    verdict: 'THREATS_FOUND',
  });
  await world.settle();
  // The other file still waits for its scan; what is known already is said.
  const receipt = await world.as(applicant1).reply(routes.getReceipt, { path: { entryId } });
  expect(receipt).toEqual({ ...body, scan: 'rejected' });
});

describe('the deadline', () => {
  test('D1, D5: received a millisecond before it, repeated long after', async () => {
    await using world = await openWorld();
    const { submit } = await ready(world);
    const idempotencyKey = 'last-minute';
    const receivedAt = '2022-07-31T09:59:59.999Z';
    const first = await submit({ at: receivedAt, idempotencyKey });
    expect([first.status, first.body.receivedAt]).toEqual([201, receivedAt]);
    await closeSubmissions(world);
    const before = contentsOf(world);
    const again = await submit({ at: '2022-08-02T00:00:00.000Z', idempotencyKey });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(contentsOf(world)).toEqual(before);
    const other = await submit({ at: '2022-08-02T00:00:00.000Z' });
    expect(other.status).toBe(409);
  });

  test('the freeze comes between decision and save: too late', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const { entryId, submit } = await ready(world);
    between.beforeNextWrite(async () => await closeSubmissions(world));
    const receivedAt = '2022-07-31T09:59:59.999Z';
    expect(refusalIn(await submit({ at: receivedAt }))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt,
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
    });
    const entry = await world.as(applicant1).reply(routes.getEntry, { path: { entryId } });
    expect([entry.state, entry.submission]).toEqual(['draft', 0]);
  });

  test('D4: an extension between decision and save asks for the rules as they are now', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const { submit } = await ready(world);
    const plan = exampleWirePlan();
    plan.dates.submissionsCloseAt = '2022-08-05T17:00';
    between.beforeNextWrite(async () => {
      const body = { plan, reason: 'Gia hạn', documentNumber: '99/QĐ-BTC' };
      await world.as(organiserA).reply(routes.changePlan, { ifMatch: 1, body });
    });
    const refused = { status: 409, code: 'rules-changed', current: 2 };
    expect(refusalIn(await submit())).toEqual(refused);
    const body = { acceptedPlanVersion: 2 };
    const late = await submit({ body, at: '2022-08-05T09:59:59.999Z' });
    expect([late.status, late.body.planVersion]).toEqual([201, 2]);
  });
});

describe('at the same time', () => {
  test('an edit before the save: the newer draft is handed in', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const { entryId, submit } = await ready(world);
    const body = exampleContent(0, { title: 'Mới hơn' });
    between.beforeNextWrite(async () => {
      const said = { path: { entryId }, ifMatch: 1, body };
      await world.as(applicant1).reply(routes.editEntry, said);
    });
    const { status, body: receipt } = await submit();
    expect([status, receipt.contentSha256]).toEqual([201, sha256(canonical(keptContent(body)))]);
  });

  test('a document is removed before the save: it is missing', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const { entryId, documentId, submit } = await ready(world);
    between.beforeNextWrite(async () => {
      const path = { entryId, documentId };
      await world.as(applicant1).reply(routes.removeDocument, { path });
    });
    expect(refusalIn(await submit())).toEqual({
      status: 409,
      code: 'upload-incomplete',
      missing: [{ code: 'document-missing', document: 'thuyet-minh' }],
    });
  });

  test('twice with two keys: two versions, the second stands', async () => {
    await using world = await openWorld();
    const { entryId, submit } = await ready(world);
    const answers = await Promise.all([submit(), submit()]);
    expect(answers.map(({ status, body }) => [status, body.submission])).toEqual([
      [201, 1],
      [201, 2],
    ]);
    const receipt = await world.as(applicant1).reply(routes.getReceipt, { path: { entryId } });
    expect(receipt).toEqual(answers[1]!.body);
  });

  test('twice with one key (D5): one version, one receipt', async () => {
    await using world = await openWorld();
    const { submit } = await ready(world);
    const said = { idempotencyKey: 'double-click' };
    const [one, two] = await Promise.all([submit(said), submit(said)]);
    expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
  });
});

test('one read and one write, with one document and with three', async () => {
  await using world = await openWorld();
  const { entryId, submit } = await ready(world);
  const oneTrip = { reads: 1, writes: 1, waits: 2 };
  expect(await world.tripsOf(submit)).toEqual(oneTrip);
  for (const kind of ['trinh-chieu', 'minh-chung'])
    await uploadedDocument(world, entryId, { kind });
  expect(await world.tripsOf(submit)).toEqual(oneTrip);
});
