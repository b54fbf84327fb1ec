import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectConcealed } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  keptContent,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.editEntry;
const { applicant1, applicant2, applicant3 } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());

const { entryId, code } = await draftEntry(world);
await draftEntry(world, applicant2, exampleContent(1));
const body = exampleContent(0, { title: 'Trà Sâm' });
const edit = async (said: object = {}) =>
  await world.as(applicant1).call(route, { path: { entryId }, ifMatch: 1, body, ...said });

describe('is refused', () => {
  const refused = async (said: object) => {
    const before = contentsOf(world);
    const refusal = refusalIn(await edit(said));
    expect(contentsOf(world)).toEqual(before);
    return refusal;
  };

  test('to everybody but the owner, as though there were no entry', async () => {
    const { judge1, secretary, organiserA, organiserElsewhere, revoked } = people;
    const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
    await expectConcealed(world, route, { path: { entryId }, ifMatch: 1, body }, strangers);
  });

  test.each([
    [2, 412, 'precondition-failed', { currentVersion: 1 }],
    ['W/"1"', 412, 'precondition-failed', { currentVersion: null }],
    ['*', 428, 'precondition-required', {}],
    [undefined, 428, 'precondition-required', {}],
  ] as const)('on If-Match %s with %i', async (ifMatch, status, why, facts) => {
    expect(await refused({ ifMatch })).toEqual({ status, code: why, ...facts });
  });

  test('outside the window', async () => {
    for (const at of ['2022-05-20T00:59:59.999Z', worldClosesAt]) {
      expect(await refused({ at })).toEqual({
        status: 409,
        code: 'phase-closed',
        receivedAt: at,
        opensAt: worldOpensAt,
        closesAt: worldClosesAt,
      });
    }
  });

  test('where another entry has the title', async () => {
    const title = exampleContent(1).title.toUpperCase();
    expect(await refused({ body: exampleContent(0, { title }) })).toEqual({
      status: 409,
      code: 'duplicate-entry',
      field: 'title',
    });
  });

  test('for fields that are not the owner’s to set (J9)', async () => {
    const planted = { ...body, state: 'eligible', ownerId: applicant2.personId, submission: 7 };
    expect(await refused({ body: planted })).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: ['state', 'ownerId', 'submission'].map((name) => ({
        pointer: `/${name}`,
        code: 'unknown-field',
      })),
    });
  });
});

test('replaces the draft; the old title is free again; repeated it is the same', async () => {
  const said = { idempotencyKey: 'edit' };
  const answer = await edit({ ...said, at: '2022-07-31T09:59:59.999Z' });
  expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
  expect(answer.body).toEqual({
    editionId: 'kon-tum-2022',
    entryId,
    code,
    state: 'draft',
    content: keptContent(body),
    documents: [],
    missing: [{ code: 'document-missing', document: 'thuyet-minh' }],
    submission: 0,
    createdAt: worldBeginsAt,
    version: 2,
  });
  const again = await edit({ ...said, at: worldClosesAt });
  expect([again.status, again.text]).toEqual([200, answer.text]);
  await draftEntry(world, applicant3, exampleContent(0));
  expect(refusalIn(await edit({ body: exampleContent(0), ifMatch: 2 }))).toMatchObject({
    code: 'duplicate-entry',
  });
  const spelled = exampleContent(0, { title: 'TRÀ SÂM' });
  expect((await edit({ body: spelled, ifMatch: 2 })).body.version).toBe(3);
});

test('two tabs at once: one has it, the other learns the version', async () => {
  const answers = await Promise.all([1, 2].map(() => edit({ ifMatch: 3 })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const stale = answers.find(({ status }) => status === 412)!;
  expect(refusalIn(stale)).toEqual({
    status: 412,
    code: 'precondition-failed',
    currentVersion: 4,
  });
});

test('one read and one write', async () => {
  const trips = await world.tripsOf(async () => await edit({ ifMatch: 4 }));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});

test('an edit received in time that meets the freeze is too late', async () => {
  const between = interposed();
  await using other = await openWorld({ around: between.around });
  const draft = await draftEntry(other);
  between.beforeNextWrite(async () => await closeSubmissions(other));
  const said = { path: { entryId: draft.entryId }, ifMatch: 1, body };
  const answer = await other.as(applicant1).call(route, said);
  expect(refusalIn(answer)).toMatchObject({ status: 409, code: 'phase-closed' });
  const path = { entryId: draft.entryId };
  expect(await other.as(applicant1).reply(routes.getEntry, { path })).toEqual(draft);
});
