import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectConcealed } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { draftEntry, exampleContent, submittedEntry } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.withdrawEntry;
const { applicant1, applicant2 } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const one = await submittedEntry(world);
const path = { entryId: one.entryId };
const withdraw = async (said: object = {}) =>
  await world.as(applicant1).call(route, { path, ...said });

test('is the owner’s alone', async () => {
  const { judge1, secretary, organiserA, organiserElsewhere, revoked } = people;
  const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
  await expectConcealed(world, route, { path }, strangers);
});

test('is over at the deadline (D7)', async () => {
  const before = contentsOf(world);
  expect(refusalIn(await withdraw({ at: worldClosesAt }))).toEqual({
    status: 409,
    code: 'phase-closed',
    receivedAt: worldClosesAt,
    opensAt: worldOpensAt,
    closesAt: worldClosesAt,
  });
  expect(contentsOf(world)).toEqual(before);
});

test('takes the entry back, twice the same; its title is free and its receipt stays', async () => {
  const draft = await world.as(applicant1).reply(routes.getEntry, { path });
  const first = await withdraw();
  expect([first.status, first.headers['etag']]).toEqual([200, '"3"']);
  expect(first.body).toEqual({ ...draft, state: 'withdrawn', version: 3 });
  // With a key of its own, also past the deadline.
  for (const said of [{}, { at: worldClosesAt }]) {
    const again = await withdraw(said);
    expect([again.status, again.text]).toEqual([200, first.text]);
  }
  expect(await world.as(applicant1).reply(routes.getReceipt, { path })).toEqual(one.receipt);
  await draftEntry(world, applicant2, exampleContent(0));
  // Taking it back once more takes the title from nobody.
  await withdraw();
  const answer = await world
    .as(people.applicant3)
    .call(routes.createEntry, { body: exampleContent(0) });
  expect(refusalIn(answer)).toEqual({ status: 409, code: 'duplicate-entry', field: 'title' });
});

test('ends all work on the entry', async () => {
  const refused = { status: 409, code: 'state-conflict', state: 'withdrawn' };
  const said = { path, ifMatch: 3, body: exampleContent(0, { title: 'Khác' }) };
  expect(refusalIn(await world.as(applicant1).call(routes.editEntry, said))).toEqual(refused);
  const link = { path: { ...path, documentId: one.documentId } };
  expect(refusalIn(await world.as(applicant1).call(routes.removeDocument, link))).toEqual(refused);
});

test('one read and one write, also where nothing changes', async () => {
  expect(await world.tripsOf(withdraw)).toEqual({ reads: 1, writes: 1, waits: 2 });
  const { entryId } = await draftEntry(world, applicant1, exampleContent(1));
  const other = async () => await withdraw({ path: { entryId } });
  expect(await world.tripsOf(other)).toEqual({ reads: 1, writes: 1, waits: 2 });
});
