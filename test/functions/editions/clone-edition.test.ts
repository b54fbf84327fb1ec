import { afterAll, describe, expect, test } from 'vitest';
import { planFromWire, planToWire } from '../../../lib/contest/plan-wire.ts';
import { shiftPlan } from '../../../lib/contest/shift-plan.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { contentsOf, expectForbidden } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt } from '../../support/world.ts';
import { submittedEntry } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.cloneEdition;
const { administrator, organiserA } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());

const body = (changes: object = {}) => ({
  editionId: 'kon-tum-2023',
  name: { vi: 'Cuộc thi năm 2023', en: 'Contest of 2023' },
  codePrefix: 'KT23',
  rules: { documentNumber: '50/QĐ-BTC', issuedOn: '2023-05-15' },
  submissionsCloseAt: '2023-07-31T17:00',
  ...changes,
});
const clone = async (changes: object = {}, said: object = {}) =>
  await world.as(administrator).call(route, { body: body(changes), ...said });

/** The plan that a clone gets. */
function clonedPlan() {
  const { editionId, submissionsCloseAt, ...own } = body();
  return { ...planToWire(shiftPlan(planFromWire(exampleWirePlan()), submissionsCloseAt)), ...own };
}

/** Everything stored of the first edition, its rounds and its entries. */
function oldEdition(): unknown {
  const { database } = world.table;
  return database
    .prepare("SELECT pk, sk, body FROM main WHERE pk LIKE '%#kon-tum-2022%' ORDER BY pk, sk")
    .all();
}

describe('an edition is cloned', () => {
  test('as it would have been set up, with last year’s plan on new dates', async () => {
    await submittedEntry(world);
    const before = oldEdition();
    const answer = await clone();
    const { dates } = answer.body.plan;
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      201,
      '"1"',
      {
        editionId: 'kon-tum-2023',
        name: body().name,
        phase: 'open',
        opensAt: '2023-05-20T01:00:00.000Z',
        closesAt: '2023-07-31T10:00:00.000Z',
        planVersion: 1,
        plan: clonedPlan(),
        changes: { changedAt: worldBeginsAt, reason: '', documentNumber: '50/QĐ-BTC' },
        serverTime: worldBeginsAt,
        version: 1,
      },
    ]);
    expect(dates).toEqual({
      submissionsOpenAt: '2023-05-20T08:00',
      submissionsCloseAt: '2023-07-31T17:00',
      screeningBy: '2023-08-10',
      announcementOn: '2023-09-30',
    });
    expect(oldEdition()).toEqual(before);
    const path = { editionId: 'kon-tum-2023' };
    expect(await world.anonymous.reply(routes.getEdition, { path })).toEqual(answer.body);
    const { items } = await world.as(administrator).reply(routes.listPeople, { path });
    expect(items.map(({ personId, roles }) => [personId, roles])).toEqual([
      [administrator.personId, ['organiser']],
    ]);
    for (const roundId of ['so-khao', 'chung-ket']) {
      const round = await world
        .as(administrator)
        .reply(routes.getRound, { path: { ...path, roundId } });
      expect(round).toMatchObject({ state: 'planned', planVersion: 1, version: 1 });
    }
    const { records } = await listHistory(world.table, 'edition/kon-tum-2023', { limit: 9 });
    expect(records.map(({ operation, detail }) => [operation, detail])).toEqual([
      ['cloneEdition', { clonedFrom: 'kon-tum-2022' }],
    ]);
  });

  test('by its plan as it is now, and again from the clone', async () => {
    await using other = await openWorld();
    const plan = { ...exampleWirePlan(), prizes: [] };
    await other.as(organiserA).reply(routes.changePlan, {
      body: { plan, reason: 'Bỏ giải', documentNumber: '80/QĐ-BTC' },
      ifMatch: 1,
    });
    const as = other.as(administrator);
    const cloned = await as.reply(route, { body: body({ consentVersion: '2023' }) });
    expect([cloned.plan.prizes, cloned.planVersion]).toEqual([[], 1]);
    expect(new Set(cloned.plan.consents.map(({ version }) => version))).toEqual(new Set(['2023']));
    const again = await as.reply(route, {
      path: { editionId: 'kon-tum-2023' },
      body: body({ editionId: 'kon-tum-2024', submissionsCloseAt: '2024-07-31T17:00' }),
    });
    expect(again.plan.consents).toEqual(cloned.plan.consents);
    expect(again.opensAt).toBe('2024-05-20T01:00:00.000Z');
  });

  test('once for one key', async () => {
    const said = { idempotencyKey: 'clone' };
    const twin = async () => await clone({ editionId: 'twin' }, said);
    const [one, two] = await Promise.all([twin(), twin()]);
    expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
  });
});

describe('is refused', () => {
  const refused = async (changes: object, said: object = {}) => {
    const before = contentsOf(world);
    const refusal = refusalIn(await clone(changes, said));
    expect(contentsOf(world)).toEqual(before);
    return refusal;
  };
  const invalid = (...errors: object[]) => ({ status: 422, code: 'validation-failed', errors });

  test('to all but administrators, whose address is verified', async () => {
    const { organiserB, secretary, judge1, applicant1, revoked } = people;
    const strangers = [organiserB, secretary, judge1, applicant1, revoked];
    const needs = 'administrator';
    await expectForbidden(world, route, { body: body({ editionId: 'a' }) }, { needs, strangers });
    const claims = claimsOf('mallory', { email: administrator.email, email_verified: false });
    const answer = await world.withClaims(claims).call(route, { body: body({ editionId: 'a' }) });
    expect(refusalIn(answer)).toEqual({ status: 403, code: 'forbidden', needs });
  });

  test('of an edition that is not there, and into one that is', async () => {
    expect(await refused({ editionId: 'a' }, { path: { editionId: 'nowhere' } })).toEqual({
      status: 404,
      code: 'not-found',
    });
    const taken = { status: 409, code: 'already-exists', what: 'edition' };
    expect(await refused({ editionId: 'kon-tum-2022' })).toEqual(taken);
    expect(await refused({ editionId: 'dak-lak-2022' })).toEqual(taken);
    const two = await Promise.all([clone({ editionId: 'both' }), clone({ editionId: 'both' })]);
    expect(two.map(({ status }) => status)).toEqual([201, 409]);
  });

  test('with what is no number, prefix, name or date', async () => {
    const rules = { documentNumber: '', issuedOn: '2023-02-30' };
    const codePrefix = 'kt';
    const name = { vi: 'Cuộc thi' };
    const wrong = { editionId: 'A', rules, codePrefix, name, submissionsCloseAt: '2023-07-31' };
    expect(await refused({ ...wrong, plan: {} })).toEqual(
      invalid(
        { pointer: '/editionId', code: 'invalid-id' },
        { pointer: '/name/en', code: 'required' },
        { pointer: '/codePrefix', code: 'wrong-format' },
        { pointer: '/rules/documentNumber', code: 'blank' },
        { pointer: '/rules/issuedOn', code: 'invalid-date' },
        { pointer: '/submissionsCloseAt', code: 'invalid-date' },
        { pointer: '/plan', code: 'unknown-field' },
      ),
    );
  });

  test('where a date would leave the calendar', async () => {
    expect(await refused({ editionId: 'a', submissionsCloseAt: '9998-12-31T17:00' })).toEqual(
      invalid(
        { pointer: '/plan/rounds/0/closesAt', code: 'invalid-date' },
        { pointer: '/plan/rounds/1/closesAt', code: 'invalid-date' },
      ),
    );
  });
});

test('one read and one write', async () => {
  const trips = await world.tripsOf(async () => await clone({ editionId: 'counted' }));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});
