import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectConcealed } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  draftEntry,
  exampleContent,
  keptContent,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, secretary, organiserA, organiserB } = people;
const one = await submittedEntry(world);
const draft = await draftEntry(world, applicant2, exampleContent(1));
const { judge1, revoked, organiserElsewhere, administrator } = people;
const strangers = [applicant2, judge1, revoked, organiserElsewhere, administrator];

test.each([routes.getEntry, routes.getReceipt])(
  '$operation is concealed from strangers',
  async (route) => {
    await expectConcealed(world, route, { path: { entryId: one.entryId } }, strangers);
  },
);

test('an entry is read by its owner and by those who run the contest, without who owns it', async () => {
  const said = { path: { entryId: one.entryId } };
  const answer = await world.as(applicant1).call(routes.getEntry, said);
  const [document] = one.receipt.documents;
  const { versionId: _, ...uploaded } = document!;
  expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
    200,
    '"2"',
    {
      editionId: 'kon-tum-2022',
      entryId: one.entryId,
      code: one.code,
      state: 'submitted',
      content: keptContent(exampleContent(0)),
      documents: [{ ...uploaded, confirmed: true, inspection: 'clean' }],
      missing: [],
      submission: 1,
      submittedAt: one.receipt.receivedAt,
      createdAt: one.receipt.receivedAt,
      version: 2,
    },
  ]);
  for (const who of [secretary, organiserA, organiserB]) {
    expect(await world.as(who).reply(routes.getEntry, said)).toEqual(answer.body);
  }
  for (const canary of [applicant1.personId, applicant1.email, document!.versionId]) {
    expect(answer.text.includes(canary)).toBe(false);
  }
});

test('a draft is never a receipt', async () => {
  const said = { path: { entryId: draft.entryId } };
  const answer = await world.as(applicant2).call(routes.getReceipt, said);
  expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
});

test('in another edition nothing of this one is there', async () => {
  const said = { path: { entryId: one.entryId, editionId: 'dak-lak-2022' } };
  for (const who of [applicant1, organiserElsewhere]) {
    const answer = await world.as(who).call(routes.getEntry, said);
    expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
  }
});

test('one read, with one document and with three', async () => {
  const said = { path: { entryId: one.entryId } };
  const read = async () => await world.as(applicant1).reply(routes.getEntry, said);
  expect(await world.tripsOf(read)).toEqual({ reads: 1, writes: 0, waits: 1 });
  for (const kind of ['trinh-chieu', 'minh-chung']) {
    await uploadedDocument(world, one.entryId, { kind });
  }
  expect(await world.tripsOf(read)).toEqual({ reads: 1, writes: 0, waits: 1 });
  const receipt = async () => await world.as(secretary).reply(routes.getReceipt, said);
  expect(await world.tripsOf(receipt)).toEqual({ reads: 1, writes: 0, waits: 1 });
});
