import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectForbidden } from '../../support/denials.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { closeSubmissions, draftEntry, exampleContent } from '../../support/world-entries.ts';
import { otherEditionId, people } from '../../support/world-people.ts';

const route = routes.changePlan;
const { organiserA, organiserB, applicant1 } = people;

/** A decision that moves the deadline to that local time. */
function decision(submissionsCloseAt: string) {
  const plan = exampleWirePlan();
  const dates = { ...plan.dates, submissionsCloseAt };
  return {
    plan: { ...plan, dates },
    reason: 'Gia hạn',
    documentNumber: '99/QĐ-BTC',
  };
}

const change = async (world: World, said: object = {}) =>
  await world
    .as(organiserA)
    .call(route, { ifMatch: 1, body: decision('2022-08-05T17:00'), ...said });

describe('is refused', async () => {
  const world = await openWorld();
  afterAll(async () => await world[Symbol.asyncDispose]());
  const refused = async (said: object) => {
    const before = contentsOf(world);
    const refusal = refusalIn(await change(world, said));
    expect(contentsOf(world)).toEqual(before);
    return refusal;
  };

  test('to all but the organisers of this edition', async () => {
    const { secretary, judge1, revoked, organiserElsewhere, administrator } = people;
    const strangers = [applicant1, secretary, judge1, revoked, organiserElsewhere, administrator];
    const said = { ifMatch: 1, body: decision('2022-08-05T17:00') };
    await expectForbidden(world, route, said, { needs: 'organiser', strangers });
    const nowhere = await refused({ path: { editionId: 'nowhere' } });
    expect(nowhere).toEqual({ status: 404, code: 'not-found' });
    expect(await refused({ path: { editionId: otherEditionId } })).toEqual({
      status: 403,
      code: 'forbidden',
      needs: 'organiser',
    });
  });

  test.each([
    [2, 412, 'precondition-failed', { currentVersion: 1 }],
    ['"x"', 412, 'precondition-failed', { currentVersion: null }],
    [undefined, 428, 'precondition-required', {}],
  ] as const)('on If-Match %s with %i', async (ifMatch, status, code, facts) => {
    expect(await refused({ ifMatch })).toEqual({ status, code, ...facts });
  });

  test('D4: into the past', async () => {
    const said = { at: '2022-07-01T10:00:00.000Z', body: decision('2022-07-01T17:00') };
    expect(await refused(said)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/plan/dates/submissionsCloseAt', code: 'in-the-past' }],
    });
  });

  test('without reason or number, or with other rounds', async () => {
    const { plan, ...why } = decision('2022-08-05T17:00');
    expect(await refused({ body: { plan } })).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: ['reason', 'documentNumber'].map((name) => ({
        pointer: `/${name}`,
        code: 'required',
      })),
    });
    const rounds = plan.rounds.map((one) => (one.id === 'so-khao' ? { ...one, id: 'x' } : one));
    expect(await refused({ body: { plan: { ...plan, rounds }, ...why } })).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/plan/rounds', code: 'rounds-are-fixed' }],
    });
  });
});

test('an extension is public at once, with its reason and number', async () => {
  await using world = await openWorld();
  const said = { idempotencyKey: 'extend' };
  const answer = await change(world, said);
  expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
  expect(answer.body).toMatchObject({
    closesAt: '2022-08-05T10:00:00.000Z',
    planVersion: 2,
    version: 2,
    phase: 'open',
  });
  expect(answer.body.changes).toEqual({
    changedAt: world.now(),
    reason: 'Gia hạn',
    documentNumber: '99/QĐ-BTC',
  });
  expect(await world.anonymous.reply(routes.getEdition)).toEqual(answer.body);
  expect((await change(world, said)).text).toBe(answer.text);
  expect(refusalIn(await change(world))).toEqual({
    status: 412,
    code: 'precondition-failed',
    currentVersion: 2,
  });
});

test('two organisers at once: one decision, the other learns of it', async () => {
  await using world = await openWorld();
  const said = { ifMatch: 1, body: decision('2022-08-06T17:00') };
  const answers = await Promise.all([change(world), world.as(organiserB).call(route, said)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 412]);
  expect(refusalIn(answers[1]!)).toMatchObject({ currentVersion: 2 });
});

test('an extension in the minute of grace: no freeze at the old time, one at the new', async () => {
  await using world = await openWorld();
  await world.settle();
  world.at('2022-07-31T10:00:30.000Z');
  expect((await change(world)).status).toBe(200);
  await world.settle();
  world.at('2022-07-31T10:01:00.000Z');
  await world.settle();
  expect((await world.anonymous.reply(routes.getEdition)).phase).toBe('open');
  await draftEntry(world);
  world.at('2022-08-05T10:00:59.999Z');
  await world.settle();
  expect((await world.anonymous.reply(routes.getEdition)).phase).toBe('open');
  world.at('2022-08-05T10:01:00.000Z');
  await world.settle();
  const edition = await world.anonymous.reply(routes.getEdition);
  expect([edition.phase, edition.version]).toEqual(['frozen', 3]);
});

test('an extension after the freeze opens the edition again, and it freezes again', async () => {
  await using world = await openWorld();
  await closeSubmissions(world);
  expect((await world.anonymous.reply(routes.getEdition)).phase).toBe('frozen');
  const answer = await change(world, { ifMatch: 2 });
  expect([answer.status, answer.body.phase, answer.body.version]).toEqual([200, 'open', 3]);
  await draftEntry(world);
  await world.settle();
  world.at('2022-08-05T10:01:00.000Z');
  await world.settle();
  const late = await world.as(applicant1).call(routes.createEntry, {
    body: exampleContent(1),
    at: '2022-08-05T09:59:59.999Z',
  });
  expect(refusalIn(late)).toMatchObject({ status: 409, code: 'phase-closed' });
});

test('one read and one write', async () => {
  await using world = await openWorld();
  const trips = await world.tripsOf(async () => await change(world));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});
