import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectConcealed } from '../../support/denials.ts';
import { minimalPdf } from '../../support/fixtures/pdf.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  sha256Of,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.requestUpload;
const { applicant1, applicant2 } = people;
const bytes = minimalPdf('Thuyet minh');
const world = await openWorld({ servesFiles: true });
afterAll(async () => await world[Symbol.asyncDispose]());
const { entryId } = await draftEntry(world);
const ask = async (said: object = {}, of: World = world) =>
  await of.as(applicant1).call(route, { path: { entryId }, body: offerOf(bytes), ...said });

describe('is refused', () => {
  const refused = async (said: object) => {
    const before = contentsOf(world);
    const refusal = refusalIn(await ask(said));
    expect(contentsOf(world)).toEqual(before);
    return refusal;
  };
  const invalid = (pointer: string, code: string, limit?: number) => ({
    status: 422,
    code: 'validation-failed',
    errors: [{ pointer, code, ...(limit === undefined ? {} : { limit }) }],
  });

  test('to everybody but the owner, as though there were no entry', async () => {
    const { judge1, secretary, organiserA, organiserElsewhere, revoked } = people;
    const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
    const said = { path: { entryId }, body: offerOf(bytes) };
    await expectConcealed(world, route, said, strangers);
  });

  test('for a file the rules do not ask for (U1, U6)', async () => {
    const offer = offerOf(bytes);
    expect(await refused({ body: { ...offer, kind: 'video' } })).toEqual(
      invalid('/kind', 'not-allowed'),
    );
    expect(await refused({ body: { ...offer, contentType: 'image/png' } })).toEqual(
      invalid('/contentType', 'not-allowed'),
    );
    expect(await refused({ body: { ...offer, size: 20_971_521 } })).toEqual(
      invalid('/size', 'too-large', 20_971_520),
    );
    expect(await refused({ body: { ...offer, size: 0 } })).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/size' }],
    });
    expect(await refused({ body: { ...offer, fileName: '../../x' } })).toEqual(
      invalid('/fileName', 'invalid-filename'),
    );
  });

  test('D3: at the deadline', async () => {
    expect(await refused({ at: worldClosesAt })).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: worldClosesAt,
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
    });
  });
});

test('a ticket takes exactly these bytes, once, and is the same when repeated', async () => {
  const said = { idempotencyKey: 'ticket' };
  const answer = await ask(said);
  const { documentId, upload } = answer.body;
  expect(answer.status).toBe(201);
  expect(upload).toEqual({
    method: 'PUT',
    url: upload.url,
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'if-none-match': '*',
      'x-amz-checksum-sha256': Buffer.from(sha256Of(bytes), 'hex').toString('base64'),
    },
    expiresAt: '2022-06-15T03:05:00.000Z',
  });
  expect(new URL(upload.url).pathname).toBe(`/files/kon-tum-2022/${entryId}/${documentId}`);
  expect((await ask(said)).text).toBe(answer.text);

  const put = async (body: Uint8Array) => {
    const { 'content-length': _, ...headers } = upload.headers;
    return (await fetch(upload.url, { method: 'PUT', headers, body })).status;
  };
  expect(await put(Buffer.concat([bytes, Buffer.from('x')]))).toBe(403);
  expect(await put(bytes)).toBe(200);
  expect(await put(bytes)).toBe(412);
  const path = { entryId, documentId };
  expect((await world.as(applicant1).call(routes.confirmDocument, { path })).status).toBe(200);
});

test('U17: a kind that is full, until a document of it is removed', async () => {
  const full = {
    status: 422,
    code: 'quota-exceeded',
    limit: 'documents.thuyet-minh',
    allowed: 1,
  };
  expect(refusalIn(await ask())).toEqual(full);
  const { documents } = await world.as(applicant1).reply(routes.getEntry, { path: { entryId } });
  const path = { entryId, documentId: documents[0]!.documentId };
  await world.as(applicant1).reply(routes.removeDocument, { path });
  expect((await ask()).status).toBe(201);
});

test('two files asked for at the same time both stand', async () => {
  const other = await draftEntry(world, applicant1, exampleContent(1));
  const kinds = ['thuyet-minh', 'trinh-chieu', 'minh-chung'];
  const answers = await Promise.all(
    kinds.map((kind) => ask({ path: { entryId: other.entryId }, body: offerOf(bytes, kind) })),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const said = { path: { entryId: other.entryId } };
  const { documents } = await world.as(applicant1).reply(routes.getEntry, said);
  expect(documents.map(({ kind }) => kind).sort()).toEqual(kinds.toSorted());
  expect(new Set(documents.map(({ documentId }) => documentId))).toEqual(
    new Set(answers.map(({ body }) => body.documentId)),
  );
});

test('two of a kind that takes one: one of them', async () => {
  const third = await draftEntry(world, applicant1, exampleContent(2));
  const said = { path: { entryId: third.entryId } };
  const answers = await Promise.all([ask(said), ask(said)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('a ticket decided in time that meets the freeze is too late', async () => {
  const between = interposed();
  await using other = await openWorld({ around: between.around });
  const draft = await draftEntry(other);
  between.beforeNextWrite(async () => await closeSubmissions(other));
  const answer = await ask({ path: { entryId: draft.entryId } }, other);
  expect(refusalIn(answer)).toMatchObject({ status: 409, code: 'phase-closed' });
});

test('one read and one write, for the first file and for the fourth', async () => {
  await using other = await openWorld();
  const draft = await draftEntry(other);
  const once = { reads: 1, writes: 1, waits: 2 };
  const path = { entryId: draft.entryId };
  const evidence = { path, body: offerOf(bytes, 'minh-chung') };
  expect(await other.tripsOf(async () => await ask(evidence, other))).toEqual(once);
  for (const kind of ['thuyet-minh', 'trinh-chieu']) {
    await uploadedDocument(other, draft.entryId, { kind });
  }
  expect(await other.tripsOf(async () => await ask(evidence, other))).toEqual(once);
});
