import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, contentsOf, expectConcealed } from '../../support/denials.ts';
import { minimalPdf } from '../../support/fixtures/pdf.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldClosesAt } from '../../support/world.ts';
import {
  draftEntry,
  exampleContent,
  offerOf,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.linkDocument;
const { applicant1, applicant2, secretary, organiserA } = people;
const bytes = minimalPdf('Ban thuyet minh');
const world = await openWorld({ servesFiles: true, malwareScan: 'required' });
afterAll(async () => await world[Symbol.asyncDispose]());
const one = await submittedEntry(world, { bytes });
const path = { entryId: one.entryId, documentId: one.documentId };
const versionId = one.receipt.documents[0]!.versionId;
const key = `kon-tum-2022/${one.entryId}/${one.documentId}`;
const link = async (said: object = {}) => await world.as(applicant1).call(route, { path, ...said });

test('no verdict is not clean', async () => {
  // What follows from the submission itself is through.
  await world.settle();
  const before = contentsOf(world);
  expect(refusalIn(await link())).toEqual({ status: 409, code: 'scan-pending' });
  for (const verdict of ['UNSUPPORTED', 'ACCESS_DENIED', 'FAILED'] as const) {
    world.tell({ kind: 'object-scanned', id: `scan-${verdict}`, key, versionId, verdict });
    await world.settle();
    expect(refusalIn(await link())).toEqual({ status: 409, code: 'scan-pending' });
  }
  expect(contentsOf(world)).toEqual(before);
  const verdict = 'NO_THREATS_FOUND';
  world.tell({ kind: 'object-scanned', id: 'scan-other', key, versionId: 'other', verdict });
  await world.settle();
  expect(refusalIn(await link())).toEqual({ status: 409, code: 'scan-pending' });
  world.tell({ kind: 'object-scanned', id: 'scan-clean', key, versionId, verdict });
  await world.settle();
});

describe('a link', () => {
  test('downloads the very bytes as an attachment, for a minute', async () => {
    const answer = await link();
    expect([answer.status, answer.body.expiresAt]).toEqual([201, '2022-06-15T03:01:00.000Z']);
    const file = await fetch(answer.body.url);
    expect([file.status, Buffer.from(await file.arrayBuffer())]).toEqual([200, Buffer.from(bytes)]);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toContain('no-store');
    world.at('2022-06-15T03:01:01.000Z');
    expect((await fetch(answer.body.url)).status).toBe(403);
    world.at('2022-06-15T03:00:00.000Z');
  });

  test('is for the owner and those who run the contest, past the deadline too', async () => {
    for (const who of [applicant1, secretary, organiserA]) {
      const answer = await world.as(who).call(route, { path, at: worldClosesAt });
      expect(answer.status).toBe(201);
    }
  });

  test('is concealed from all others', async () => {
    const { judge1, revoked, organiserElsewhere, administrator } = people;
    const strangers = [applicant2, judge1, revoked, organiserElsewhere, administrator];
    await expectConcealed(world, route, { path }, strangers);
  });

  test('is only of this entry and edition (P9)', async () => {
    const other = await draftEntry(world, applicant2, exampleContent(1));
    const notFound = { status: 404, code: 'not-found' };
    const tries = [
      [applicant2, { ...path, entryId: other.entryId }],
      [applicant1, { ...path, documentId: absentId }],
      [applicant1, { ...path, editionId: 'dak-lak-2022' }],
      [secretary, { ...path, entryId: other.entryId }],
    ] as const;
    for (const [who, at] of tries) {
      expect(refusalIn(await world.as(who).call(route, { path: at }))).toEqual(notFound);
    }
  });

  test('leaves one record of who, what and when', async () => {
    const records = world.table.database.prepare(
      "SELECT body FROM ledger WHERE gsi1pk = 'SUBJECT#document/' || ? ORDER BY rowid",
    );
    const all = () => records.all(key).map((row) => JSON.parse(String(row['body'])));
    const before = all().length;
    const said = { path, idempotencyKey: 'link' };
    await world.as(secretary).reply(route, said);
    await world.as(secretary).reply(route, said);
    const added = all().slice(before);
    expect(added.map(({ at, actorId, operation }) => [at, actorId, operation])).toEqual([
      ['2022-06-15T03:00:00.000Z', secretary.personId, 'linkDocument'],
    ]);
  });

  test('costs one read and one write', async () => {
    expect(await world.tripsOf(link)).toEqual({ reads: 1, writes: 1, waits: 2 });
  });
});

test('U14: a threat found late closes the file again', async () => {
  const verdict = 'THREATS_FOUND';
  world.tell({ kind: 'object-scanned', id: 'scan-threat', key, versionId, verdict });
  await world.settle();
  for (const who of [applicant1, secretary]) {
    expect(refusalIn(await world.as(who).call(route, { path }))).toEqual({
      status: 422,
      code: 'file-rejected',
      reason: 'malware',
    });
  }
});

describe('a removed document', async () => {
  const plain = await openWorld();
  afterAll(async () => await plain[Symbol.asyncDispose]());
  const handedIn = await submittedEntry(plain);
  const pinned = { entryId: handedIn.entryId, documentId: handedIn.documentId };

  test('leaves the draft and stays with what was handed in', async () => {
    const answer = await plain.as(applicant1).call(routes.removeDocument, { path: pinned });
    const { versionId: _, ...document } = handedIn.receipt.documents[0]!;
    expect([answer.status, answer.body]).toEqual([
      200,
      { ...document, confirmed: true, inspection: 'clean' },
    ]);
    expect((await plain.as(secretary).call(route, { path: pinned })).status).toBe(201);
    const again = await plain.as(applicant1).call(routes.removeDocument, { path: pinned });
    expect(refusalIn(again)).toEqual({ status: 404, code: 'not-found' });
  });

  test('is the owner’s to remove, until the deadline', async () => {
    const { entryId } = handedIn;
    const { documentId } = await uploadedDocument(plain, entryId, { kind: 'trinh-chieu' });
    const said = { path: { entryId, documentId } };
    const { judge1, revoked, organiserElsewhere } = people;
    const strangers = [applicant2, judge1, secretary, organiserA, revoked, organiserElsewhere];
    await expectConcealed(plain, routes.removeDocument, said, strangers);
    const late = { ...said, at: worldClosesAt };
    const refusal = refusalIn(await plain.as(applicant1).call(routes.removeDocument, late));
    expect(refusal).toMatchObject({ status: 409, code: 'phase-closed' });
    const remove = async () => await plain.as(applicant1).reply(routes.removeDocument, said);
    expect(await plain.tripsOf(remove)).toEqual({ reads: 1, writes: 1, waits: 2 });
  });

  test('that was only ticketed is gone for good', async () => {
    const { entryId } = handedIn;
    const body = offerOf(bytes, 'minh-chung');
    const said = { path: { entryId }, body };
    const { documentId } = await plain.as(applicant1).reply(routes.requestUpload, said);
    const ticketed = { path: { entryId, documentId } };
    expect(refusalIn(await plain.as(applicant1).call(route, ticketed))).toEqual({
      status: 409,
      code: 'upload-incomplete',
      missing: [{ code: 'not-uploaded', document: 'minh-chung' }],
    });
    await plain.as(applicant1).reply(routes.removeDocument, ticketed);
    const after = await plain.as(applicant1).call(route, ticketed);
    expect(refusalIn(after)).toEqual({ status: 404, code: 'not-found' });
  });
});
