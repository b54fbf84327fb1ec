import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { absentId, contentsOf, expectForbidden } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';

const route = routes.screenEntries;
const { applicant1, applicant2, secretary, organiserA } = people;
const between = interposed();
const world = await openWorld({ around: between.around });
afterAll(async () => await world[Symbol.asyncDispose]());

/** As many as one act takes. */
const ids: string[] = [];
beforeAll(async () => {
  for (let n = 0; n < 48; n += 1) {
    const owner = person(`owner-${Math.floor(n / 3)}`);
    const content = exampleContent(0, { title: `Dự án ${n}` });
    ids.push((await submittedEntry(world, { owner, content })).entryId);
  }
}, 25_000);
const draft = await draftEntry(world, applicant2, exampleContent(1));

const yes = (entryId: string) => ({ entryId, decision: 'eligible', reasons: [] });
const no = (entryId: string, code = 'khac') => ({
  entryId,
  decision: 'ineligible',
  reasons: [{ code }],
});
const call = async (decisions: readonly object[], dryRun = false, who = secretary) =>
  await world.as(who).call(route, { body: { dryRun, decisions } });
const states = async (some: readonly string[]) =>
  await Promise.all(
    some.map(async (entryId) => {
      const entry = await world.as(secretary).reply(routes.getEntry, { path: { entryId } });
      return entry.state;
    }),
  );

test('waits for the freeze, a dry run too', async () => {
  for (const dryRun of [true, false]) {
    expect(refusalIn(await call([yes(ids[0]!)], dryRun))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      opensAt: '2022-07-31T10:01:00.000Z',
    });
  }
  await closeSubmissions(world);
});

describe('what is wrong with the opinions', () => {
  test('is told of all of them, a dry run too', async () => {
    const [a, b] = ids;
    for (const dryRun of [true, false]) {
      const wrong = [no(a!, 'x'), yes(b!), { ...no(a!), reasons: [] }];
      expect(refusalIn(await call(wrong, dryRun))).toEqual({
        status: 422,
        code: 'validation-failed',
        errors: [
          { pointer: '/decisions/0/reasons/0/code', code: 'not-allowed' },
          { pointer: '/decisions/2/entryId', code: 'repeated' },
          { pointer: '/decisions/2/reasons', code: 'required' },
        ],
      });
    }
  });

  test('none, too many, and a decision alone', async () => {
    const errors = (pointer: string, code: string, limit?: number) => ({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer, code, ...(limit === undefined ? {} : { limit }) }],
    });
    expect(refusalIn(await call([]))).toEqual(errors('/decisions', 'too-few', 1));
    const many = [...ids, absentId].map(yes);
    expect(refusalIn(await call(many))).toEqual(errors('/decisions', 'too-many', 48));
    const final = { ...yes(ids[0]!), final: true };
    expect(refusalIn(await call([final], false, organiserA))).toEqual(
      errors('/decisions/0/final', 'unknown-field'),
    );
  });
});

describe('a dry run', () => {
  test('says what would become of each, and changes nothing', async () => {
    const before = contentsOf(world) as readonly (readonly object[])[];
    const decisions = [
      yes(ids[0]!),
      no(ids[1]!),
      yes(draft.entryId),
      yes(absentId),
      { ...yes(ids[2]!), submission: 2 },
    ];
    const { body } = await call(decisions, true);
    const refused = (entryId: string, code: string, because?: string) => ({
      entryId,
      code,
      blockers: [{ code, entryId, ...(because === undefined ? {} : { because }) }],
    });
    expect(body).toEqual({
      dryRun: true,
      outcomes: [
        { entryId: ids[0], would: 'eligible' },
        { entryId: ids[1], would: 'ineligible' },
        refused(draft.entryId, 'state-conflict', 'draft'),
        refused(absentId, 'not-found'),
        refused(ids[2]!, 'state-conflict', 'resubmitted'),
      ],
    });
    const entries = (tables: readonly (readonly object[])[]) =>
      JSON.stringify(tables[0]?.filter((item) => JSON.stringify(item).includes('"sk":"ENTRY"')));
    const after = contentsOf(world) as readonly (readonly object[])[];
    expect(entries(after)).toBe(entries(before));
    expect(await states(ids.slice(0, 2))).toEqual(['submitted', 'submitted']);
  });
});

describe('for real', () => {
  test('one that is refused refuses all, each told', async () => {
    const before = contentsOf(world);
    const answer = refusalIn(await call([yes(ids[0]!), yes(draft.entryId), yes(absentId)]));
    expect(answer).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'frozen',
      blockers: [
        { code: 'state-conflict', entryId: draft.entryId, because: 'draft' },
        { code: 'not-found', entryId: absentId },
      ],
    });
    expect(contentsOf(world)).toEqual(before);
  });

  test('an entry that changes meanwhile: decided again, all or none', async () => {
    const path = { entryId: ids[1]! };
    between.beforeNextWrite(async () => {
      await world.as(organiserA).reply(routes.requestSupplement, {
        path,
        body: { fields: ['summary'], documents: [], message: 'A', closesAt: '2022-08-10T17:00' },
      });
    });
    expect(refusalIn(await call([yes(ids[0]!), yes(ids[1]!)]))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'frozen',
      blockers: [{ code: 'state-conflict', entryId: ids[1], because: 'supplement-open' }],
    });
    expect(await states([ids[0]!])).toEqual(['submitted']);
    await world.as(organiserA).reply(routes.withdrawSupplement, { path });
  });

  test('forty-eight at once, in one write; each has it in its history', async () => {
    const decisions = ids.map((entryId, n) => (n % 2 === 0 ? yes(entryId) : no(entryId)));
    const said = { body: { dryRun: false, decisions }, idempotencyKey: 'all' };
    let first = await world.as(secretary).call(route, { body: { dryRun: true, decisions } });
    const trips = await world.tripsOf(async () => {
      first = await world.as(secretary).call(route, said);
    });
    expect(trips).toEqual({ reads: 3, writes: 1, waits: 2 });
    expect(first.body).toEqual({
      dryRun: false,
      outcomes: ids.map((entryId, n) => ({
        entryId,
        would: n % 2 === 0 ? 'eligible' : 'ineligible',
      })),
    });
    expect(new Set(await states(ids.filter((_, n) => n % 2 === 1)))).toEqual(
      new Set(['ineligible']),
    );
    const again = await world.as(secretary).call(route, said);
    expect([again.status, again.text]).toEqual([200, first.text]);
    for (const entryId of [ids[0]!, ids[47]!]) {
      const subject = `entry/${world.editionId}/${entryId}`;
      const { records } = await listHistory(world.table, subject, { limit: 100 });
      const last = records.at(-1);
      expect([last?.operation, last?.actorId, last?.detail?.['decision']]).toEqual([
        'screenEntries',
        secretary.personId,
        entryId === ids[0] ? 'eligible' : 'ineligible',
      ]);
    }
    const subject = `screenings/${world.editionId}`;
    const { records } = await listHistory(world.table, subject, { limit: 100 });
    expect(records.map(({ detail }) => detail?.['dryRun'])).toEqual([true, true, false]);
  });
});

test('is for those who run this edition', async () => {
  const { judge1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, applicant2, judge1, revoked, organiserElsewhere, administrator];
  const said = { body: { dryRun: true, decisions: [yes(ids[0]!)] } };
  await expectForbidden(world, route, said, { needs: 'secretary', strangers });
  const nowhere = await world
    .as(secretary)
    .call(route, { ...said, path: { editionId: 'nowhere' } });
  expect(refusalIn(nowhere)).toEqual({ status: 404, code: 'not-found' });
});
