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
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.confirmDocument;
const { applicant1, applicant2 } = people;
const bytes = minimalPdf('Thuyet minh');
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());

/** A ticket of an entry; `store` puts bytes where its upload would. */
async function ticket(of: World = world, at = 0, offered: Uint8Array = bytes) {
  const { entryId } = await draftEntry(of, applicant1, exampleContent(at));
  const said = { path: { entryId }, body: offerOf(offered) };
  const { documentId } = await of.as(applicant1).reply(routes.requestUpload, said);
  const path = { entryId, documentId };
  return {
    path,
    store: async (stored: Uint8Array = offered) =>
      await of.documents.put(`kon-tum-2022/${entryId}/${documentId}`, stored, {
        contentType: 'application/pdf',
      }),
    confirm: async (more: object = {}) => await of.as(applicant1).call(route, { path, ...more }),
  };
}

const first = await ticket();
const incomplete = {
  status: 409,
  code: 'upload-incomplete',
  missing: [{ code: 'not-uploaded', document: 'thuyet-minh' }],
};

describe('is refused', () => {
  test('U5: to everybody but the owner, as though there were nothing', async () => {
    await first.store();
    const { judge1, secretary, organiserA, organiserElsewhere, revoked } = people;
    const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
    await expectConcealed(world, route, { path: first.path }, strangers);
  });

  test('U5: for a ticket of another entry or edition', async () => {
    const other = await ticket(world, 1);
    const notFound = { status: 404, code: 'not-found' };
    const mixed = { entryId: other.path.entryId, documentId: first.path.documentId };
    expect(refusalIn(await first.confirm({ path: mixed }))).toEqual(notFound);
    const elsewhere = { ...first.path, editionId: 'dak-lak-2022' };
    expect(refusalIn(await first.confirm({ path: elsewhere }))).toEqual(notFound);
    expect(refusalIn(await other.confirm())).toEqual(incomplete);
    await other.store(bytes.subarray(1));
    expect(refusalIn(await other.confirm())).toEqual(incomplete);
  });

  test('D3: at the deadline, though the upload was in time', async () => {
    const before = contentsOf(world);
    expect(refusalIn(await first.confirm({ at: worldClosesAt }))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: worldClosesAt,
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
    });
    expect(contentsOf(world)).toEqual(before);
  });
});

test('pins what lies there; twice is the same, past the deadline too', async () => {
  const answer = await first.confirm();
  expect([answer.status, answer.body]).toEqual([
    200,
    {
      ...offerOf(bytes),
      documentId: first.path.documentId,
      confirmed: true,
      inspection: 'pending',
    },
  ]);
  for (const more of [{}, { at: worldClosesAt }]) {
    const again = await first.confirm(more);
    expect([again.status, again.text]).toEqual([200, answer.text]);
  }
  await world.settle();
  expect((await first.confirm()).body.inspection).toBe('clean');
});

test('says why the inspection turned a file away', async () => {
  const script = minimalPdf('x');
  const broken = Buffer.concat([Buffer.from('MZ'), script.subarray(2)]);
  const third = await ticket(world, 2, broken);
  await third.store();
  await world.settle();
  expect(refusalIn(await third.confirm())).toEqual({
    status: 422,
    code: 'file-rejected',
    reason: 'signature-mismatch',
  });
});

test('the inspection speaks between decision and save: both are kept', async () => {
  const between = interposed();
  await using other = await openWorld({ around: between.around });
  const one = await ticket(other);
  await one.store();
  between.beforeNextWrite(async () => await other.settle());
  const { status, body } = await one.confirm();
  expect([status, body.confirmed, body.inspection]).toEqual([200, true, 'clean']);
});

test('a confirmation received in time that meets the freeze is too late', async () => {
  const between = interposed();
  await using other = await openWorld({ around: between.around });
  const one = await ticket(other);
  await one.store();
  between.beforeNextWrite(async () => await closeSubmissions(other));
  expect(refusalIn(await one.confirm())).toMatchObject({ status: 409, code: 'phase-closed' });
});

test('one read and one write', async () => {
  await using other = await openWorld();
  const one = await ticket(other);
  await one.store();
  expect(await other.tripsOf(one.confirm)).toEqual({ reads: 1, writes: 1, waits: 2 });
});
