import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { otherEditionId, people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const plan = exampleWirePlan();
const summary = (editionId: string) => ({
  editionId,
  name: plan.name,
  phase: 'open',
  opensAt: worldOpensAt,
  closesAt: worldClosesAt,
});

test('everybody reads the rules and the server’s clock', async () => {
  const answer = await world.anonymous.call(routes.getEdition, {
    at: '2022-06-15T03:00:00.123Z',
  });
  expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
    200,
    '"1"',
    {
      ...summary('kon-tum-2022'),
      planVersion: 1,
      plan,
      changes: { changedAt: worldBeginsAt, reason: '', documentNumber: '72/QĐ-BTC' },
      serverTime: '2022-06-15T03:00:00.123Z',
      version: 1,
    },
  ]);
  // A token makes no difference, and nobody is named.
  const asOrganiser = await world
    .as(people.organiserA)
    .call(routes.getEdition, { at: '2022-06-15T03:00:00.123Z' });
  expect(asOrganiser.text).toBe(answer.text);
  expect(answer.text.includes(people.organiserA.personId)).toBe(false);
});

test('an edition that is not there', async () => {
  const answer = await world.anonymous.call(routes.getEdition, { path: { editionId: 'nowhere' } });
  expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
  const odd = await world.anonymous.call(routes.getEdition, { path: { editionId: 'A#B' } });
  expect(refusalIn(odd)).toMatchObject({ status: 400, code: 'invalid-parameter' });
});

test('everybody lists the editions, a page at a time', async () => {
  const ids = [otherEditionId, 'kon-tum-2022'];
  expect(await world.anonymous.reply(routes.listEditions)).toEqual({ items: ids.map(summary) });
  const first = await world.anonymous.reply(routes.listEditions, { query: { limit: '1' } });
  expect(first.items).toEqual([summary(otherEditionId)]);
  const query = { limit: '2', cursor: first.next! };
  const second = await world.anonymous.reply(routes.listEditions, { query });
  expect(second).toEqual({ items: [summary('kon-tum-2022')] });
});

test('a cursor of another list, or none at all', async () => {
  const people2 = await world
    .as(people.organiserA)
    .reply(routes.listPeople, { query: { limit: '1' } });
  for (const cursor of ['x', people2.next!]) {
    const answer = await world.anonymous.call(routes.listEditions, { query: { cursor } });
    expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'cursor-invalid' });
  }
});

test('one read each', async () => {
  const once = { reads: 1, writes: 0, waits: 1 };
  const { anonymous } = world;
  const list = async (limit: string) =>
    await anonymous.reply(routes.listEditions, { query: { limit } });
  expect(await world.tripsOf(async () => await list('1'))).toEqual(once);
  expect(await world.tripsOf(async () => await list('3'))).toEqual(once);
  const edition = async () => await anonymous.reply(routes.getEdition);
  expect(await world.tripsOf(edition)).toEqual(once);
});
