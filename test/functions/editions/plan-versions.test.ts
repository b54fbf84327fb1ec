import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { keys } from '../../../lib/store/keys.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { otherEditionId, people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { anonymous } = world;
const first = exampleWirePlan();
const extended = { ...first, dates: { ...first.dates, submissionsCloseAt: '2022-08-05T17:00' } };
const renamed = {
  ...extended,
  name: { vi: 'Cuộc thi Khởi nghiệp', en: 'Startup contest' },
  prizes: extended.prizes.slice(1),
};

const change = async (plan: object, ifMatch: number, at: string) =>
  await world.as(people.organiserA).reply(routes.changePlan, {
    body: { plan, reason: `Lần ${ifMatch}`, documentNumber: `${ifMatch}/QĐ-BTC` },
    ifMatch,
    at,
  });
const secondAt = '2022-06-16T03:00:00.000Z';
const thirdAt = '2022-06-17T03:00:00.000Z';
await change(extended, 1, secondAt);
await change(renamed, 2, thirdAt);

const closesLaterAt = '2022-08-05T10:00:00.000Z';
const one = {
  planVersion: 1,
  changedAt: worldBeginsAt,
  reason: '',
  documentNumber: '72/QĐ-BTC',
  opensAt: worldOpensAt,
  closesAt: worldClosesAt,
};
const two = {
  planVersion: 2,
  changedAt: secondAt,
  reason: 'Lần 1',
  documentNumber: '1/QĐ-BTC',
  opensAt: worldOpensAt,
  closesAt: closesLaterAt,
  changed: ['/dates/submissionsCloseAt'],
};
const three = {
  planVersion: 3,
  changedAt: thirdAt,
  reason: 'Lần 2',
  documentNumber: '2/QĐ-BTC',
  opensAt: worldOpensAt,
  closesAt: closesLaterAt,
  changed: ['/name/vi', '/name/en', '/prizes/nhat'],
};
const list = async (query: { readonly [name: string]: string }, said: object = {}) =>
  await anonymous.call(routes.listPlanVersions, { query, ...said });
const get = async (planVersion: string, said: object = {}) =>
  await anonymous.call(routes.getPlanVersion, { path: { planVersion }, ...said });
const notFound = { status: 404, code: 'not-found' };

describe('the versions of a plan', () => {
  test('are listed for everybody, the newest first, and nobody is named', async () => {
    const answer = await list({});
    expect([answer.status, answer.body]).toEqual([200, { items: [three, two, one] }]);
    expect(answer.text.includes(people.organiserA.personId)).toBe(false);
    const asOrganiser = await world.as(people.organiserA).call(routes.listPlanVersions);
    expect(asOrganiser.text).toBe(answer.text);
  });

  test.each([
    ['1', [[three], [two], [one]]],
    ['2', [[three, two], [one]]],
    ['3', [[three, two, one]]],
  ])('by pages of %s', async (limit, pages) => {
    const seen: unknown[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await list({ limit, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(page.body.items);
      cursor = page.body.next;
    }
    expect(seen).toEqual(pages);
  });

  test('not of an edition that is not there, nor by the cursor of another one', async () => {
    expect(refusalIn(await list({}, { path: { editionId: 'nowhere' } }))).toEqual(notFound);
    const { next } = (await list({ limit: '1' })).body;
    for (const [cursor, editionId] of [
      [next!, otherEditionId],
      ['x', 'kon-tum-2022'],
    ] as const) {
      const answer = await list({ cursor }, { path: { editionId } });
      expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'cursor-invalid' });
    }
    expect((await list({}, { path: { editionId: otherEditionId } })).body).toEqual({
      items: [one],
    });
  });

  test('also where one was stored before changes were', async () => {
    await using other = await openWorld();
    const key = keys.planVersion('kon-tum-2022', 2);
    await other.as(people.organiserA).reply(routes.changePlan, {
      body: { plan: extended, reason: 'Lần 1', documentNumber: '1/QĐ-BTC' },
      ifMatch: 1,
      at: secondAt,
    });
    const { changed: _, ...old } = (await other.table.get(key))!;
    await other.table.write([{ kind: 'put', item: old }]);
    const { changed, ...withoutChanges } = two;
    expect((await other.anonymous.reply(routes.listPlanVersions)).items).toEqual([
      withoutChanges,
      one,
    ]);
  });
});

describe('a version of a plan', () => {
  test('is the plan as it was', async () => {
    expect((await get('1')).body).toEqual({ ...one, plan: first });
    expect((await get('2')).body).toEqual({ ...two, plan: extended });
    const answer = await get('3');
    expect([answer.status, answer.body]).toEqual([200, { ...three, plan: renamed }]);
    expect(answer.text.includes(people.organiserA.personId)).toBe(false);
  });

  test('not one that is not there', async () => {
    for (const planVersion of ['4', '9999']) {
      expect(refusalIn(await get(planVersion))).toEqual(notFound);
    }
    const nowhere = { path: { planVersion: '1', editionId: 'nowhere' } };
    expect(refusalIn(await get('1', nowhere))).toEqual(notFound);
    for (const planVersion of ['0', '01', '-1', '1.0', '10000', 'PLAN', '1e0']) {
      expect(refusalIn(await get(planVersion))).toMatchObject({
        status: 400,
        code: 'invalid-parameter',
      });
    }
  });
});

test('one read each', async () => {
  const once = { reads: 1, writes: 0, waits: 1 };
  for (const limit of ['1', '3']) {
    expect(await world.tripsOf(async () => await list({ limit }))).toEqual(once);
  }
  expect(await world.tripsOf(async () => await get('2'))).toEqual(once);
});
