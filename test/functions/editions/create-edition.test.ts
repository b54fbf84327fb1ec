import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { grantAdministrator } from '../../../lib/store/editions.ts';
import { contentsOf, expectForbidden } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { people, person } from '../../support/world-people.ts';

const route = routes.createEdition;
const { administrator } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const plan = exampleWirePlan();
const create = async (editionId: string, said: object = {}) =>
  await world.as(administrator).call(route, { body: { editionId, plan }, ...said });

test('an administrator sets an edition up and is its first organiser', async () => {
  const answer = await create('gia-lai-2022');
  expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
    201,
    '"1"',
    {
      editionId: 'gia-lai-2022',
      name: plan.name,
      phase: 'open',
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
      planVersion: 1,
      plan,
      changes: { changedAt: worldBeginsAt, reason: '', documentNumber: '72/QĐ-BTC' },
      serverTime: worldBeginsAt,
      version: 1,
    },
  ]);
  const { items } = await world
    .as(administrator)
    .reply(routes.listPeople, { path: { editionId: 'gia-lai-2022' } });
  expect(items).toEqual([
    {
      editionId: 'gia-lai-2022',
      personId: administrator.personId,
      email: administrator.email,
      name: administrator.email,
      roles: ['organiser'],
      active: true,
      version: 1,
    },
  ]);
});

test('an id is taken once, also by two at the same time', async () => {
  const taken = { status: 409, code: 'already-exists', what: 'edition' };
  const before = contentsOf(world);
  expect(refusalIn(await create('kon-tum-2022'))).toEqual(taken);
  expect(contentsOf(world)).toEqual(before);
  const answers = await Promise.all([create('phu-yen-2022'), create('phu-yen-2022')]);
  expect(answers.map(({ status }) => status)).toEqual([201, 409]);
  expect(refusalIn(answers[1]!)).toEqual(taken);
});

test('one key is one edition', async () => {
  const said = { idempotencyKey: 'create' };
  const [one, two] = await Promise.all([create('dak-nong', said), create('dak-nong', said)]);
  expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
});

test('is for administrators, whose address is verified', async () => {
  const { organiserB, secretary, judge1, applicant1, revoked } = people;
  const strangers = [organiserB, secretary, judge1, applicant1, revoked];
  const said = { body: { editionId: 'binh-dinh-2022', plan } };
  await expectForbidden(world, route, said, { needs: 'administrator', strangers });
});

test('an address that is not verified is nobody’s', async () => {
  const claims = claimsOf('mallory', { email: administrator.email, email_verified: false });
  const answer = await world.withClaims(claims).call(route, { body: { editionId: 'x', plan } });
  expect(refusalIn(answer)).toEqual({ status: 403, code: 'forbidden', needs: 'administrator' });
});

test('an administrator is known whatever the case of the address', async () => {
  await grantAdministrator(world.table, 'Lan.Nguyen@Example.vn');
  const lan = { ...person('lan'), email: 'lan.nguyen@example.vn' };
  const answer = await world.as(lan).call(route, { body: { editionId: 'lan-2022', plan } });
  expect(answer.status).toBe(201);
});

test('a plan that contradicts itself is refused, each place named', async () => {
  const prizes = plan.prizes.map((prize) => ({ ...prize, id: 'nhat' }));
  const answer = await create('x', { body: { editionId: 'x', plan: { ...plan, prizes } } });
  expect(refusalIn(answer)).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [1, 2, 3].map((at) => ({ pointer: `/plan/prizes/${at}/id`, code: 'repeated' })),
  });
});

test('a deadline that no clock of ours can tell is refused', async () => {
  const dates = { ...plan.dates, submissionsCloseAt: '9999-12-31T17:00' };
  const answer = await create('x', { body: { editionId: 'x', plan: { ...plan, dates } } });
  expect(refusalIn(answer)).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [{ pointer: '/plan/dates/submissionsCloseAt', code: 'invalid-date' }],
  });
});

test('one read and one write', async () => {
  const trips = await world.tripsOf(async () => await create('hue-2022'));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});
