import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, contentsOf, expectSignIn } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { draftEntry, exampleContent, keptContent } from '../../support/world-entries.ts';
import { engage, people, person } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const route = routes.createEntry;
const { applicant1, applicant2, applicant3 } = people;
const titled = (title: string) => exampleContent(0, { title });
let names = 0;
const newcomer = () => person(`newcomer-${++names}`);

test('an entry begins as a draft, with all that it still lacks', async () => {
  const answer = await world.as(newcomer()).call(route, { body: exampleContent(0) });
  const { entryId, code, ...said } = answer.body;
  expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
  expect(entryId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(code).toMatch(/^KT22-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(said).toEqual({
    editionId: 'kon-tum-2022',
    state: 'draft',
    content: keptContent(exampleContent(0)),
    documents: [],
    missing: [{ code: 'document-missing', document: 'thuyet-minh' }],
    submission: 0,
    createdAt: worldBeginsAt,
    version: 1,
  });
});

describe('is refused', () => {
  const refused = async (said: object, who = newcomer()) => {
    const before = contentsOf(world);
    const answer = refusalIn(await world.as(who).call(route, { body: titled('Refused'), ...said }));
    expect(contentsOf(world)).toEqual(before);
    return answer;
  };

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

  test('where its title is taken, however it is written', async () => {
    await draftEntry(world, newcomer(), titled('Đá Nguyễn hoá  thạch'));
    for (const title of ['ĐÁ NGUYỄN HÓA THẠCH', 'Đá Nguyễn hoá thạch'.normalize('NFD')]) {
      expect(await refused({ body: titled(title) })).toEqual({
        status: 409,
        code: 'duplicate-entry',
        field: 'title',
      });
    }
  });

  test('beyond the limit of an applicant', async () => {
    for (const title of ['Một', 'Hai', 'Ba']) await draftEntry(world, applicant3, titled(title));
    expect(await refused({ body: titled('Bốn') }, applicant3)).toEqual({
      status: 409,
      code: 'limit-reached',
      limit: 'entriesPerApplicant',
      allowed: 3,
    });
  });

  test.each(['organiserA', 'secretary', 'judge1', 'revoked'] as const)('to %s', async (name) => {
    expect(await refused({}, people[name])).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'also-official',
    });
  });

  test('in an edition that is not there, and to nobody', async () => {
    expect(await refused({ path: { editionId: 'nowhere' } })).toEqual({
      status: 404,
      code: 'not-found',
    });
    await expectSignIn(world, route, { body: titled('Nobody') });
  });

  test('for all that is wrong in it at once', async () => {
    const body = exampleContent(0, {
      trackId: 'x',
      members: [
        { name: 'A', role: 'lead' },
        { name: 'A', role: 'member' },
      ],
    });
    expect(await refused({ body })).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [
        { pointer: '/trackId', code: 'not-allowed' },
        { pointer: '/members/1', code: 'repeated' },
      ],
    });
  });
});

test('organisers of another edition enter as anybody', async () => {
  const answer = await world.as(people.organiserElsewhere).call(route, { body: titled('Ngoài') });
  expect(answer.status).toBe(201);
});

describe('repeated', () => {
  test('with its key: the first answer for 72 hours, past the deadline too', async () => {
    const said = { body: titled('Lặp'), idempotencyKey: 'again' };
    const first = await world
      .as(applicant1)
      .call(route, { ...said, at: '2022-07-31T09:59:59.000Z' });
    const before = contentsOf(world);
    for (const at of [worldClosesAt, '2022-08-03T09:59:58.999Z']) {
      const again = await world.as(applicant1).call(route, { ...said, at });
      expect([again.status, again.text, again.headers['etag']]).toEqual([201, first.text, '"1"']);
      expect(again.headers['idempotency-replayed']).toBe('true');
    }
    const at = '2022-08-03T09:59:59.000Z';
    expect((await world.as(applicant1).call(route, { ...said, at })).status).toBe(409);
    expect(contentsOf(world)).toEqual(before);
  });

  test('with its key for something else', async () => {
    const idempotencyKey = 'other';
    await world.as(applicant2).reply(route, { body: titled('Khác'), idempotencyKey });
    const answer = await world.as(applicant2).call(route, { body: titled('X'), idempotencyKey });
    expect(refusalIn(answer)).toEqual({ status: 422, code: 'idempotency-key-reused' });
  });
});

describe('at the same time (R9)', () => {
  test('one title, two applicants: one of them has it', async () => {
    const answers = await Promise.all(
      [newcomer(), newcomer()].map((one) => world.as(one).call(route, { body: titled('Cùng') })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refusalIn(refused)).toEqual({ status: 409, code: 'duplicate-entry', field: 'title' });
  });

  test('one key twice: one entry, one answer', async () => {
    const who = newcomer();
    const said = { body: titled('Hai lần'), idempotencyKey: 'twice' };
    const answers = await Promise.all([1, 2].map(() => world.as(who).call(route, said)));
    const [one, two] = answers;
    expect([one!.status, two!.status, two!.text]).toEqual([201, 201, one!.text]);
    const { entries } = await world.as(who).reply(routes.getMe);
    expect(entries).toEqual([
      { editionId: 'kon-tum-2022', entryId: one!.body.entryId, role: 'lead' },
    ]);
  });

  test('four entries of one applicant: three of them', async () => {
    const who = newcomer();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => world.as(who).call(route, { body: titled(`Lúc ${n}`) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
    expect((await world.as(who).reply(routes.getMe)).entries.length).toBe(3);
  });

  test.each(['entry first', 'acceptance first'])('an entry and a role: %s', async (order) => {
    const between = interposed();
    await using other = await openWorld({ around: between.around });
    const who = newcomer();
    const { invitationId } = await other.as(people.organiserA).reply(routes.invitePerson, {
      body: { email: who.email, name: 'A', role: 'judge' },
    });
    const enter = async () => await other.as(who).call(route, { body: titled('Vai') });
    const accept = async () =>
      await other.as(who).call(routes.acceptInvitation, { path: { invitationId } });
    const [first, second] = order === 'entry first' ? [enter, accept] : [accept, enter];
    // The second has decided that it may when the first is saved.
    const firstStatus: number[] = [];
    between.beforeNextWrite(async () => firstStatus.push((await first()).status));
    const answer = await second();
    expect(firstStatus).toEqual([201]);
    expect(refusalIn(answer)).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: order === 'entry first' ? 'also-applicant' : 'also-official',
    });
    const { entries, memberships } = await other.as(who).reply(routes.getMe);
    expect(entries.length + memberships.length).toBe(1);
  });

  test('a role that was given and taken meanwhile counts as one', async () => {
    const between = interposed();
    await using other = await openWorld({ around: between.around });
    between.beforeNextWrite(async () => {
      await engage(other, applicant1, 'judge');
      const path = { personId: applicant1.personId };
      await other.as(people.organiserA).reply(routes.revokePerson, { path });
    });
    const answer = await other.as(applicant1).call(route, { body: exampleContent(0) });
    expect(refusalIn(answer)).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'also-official',
    });
  });
});

test('one read and one write, for the first entry and for the third', async () => {
  const who = newcomer();
  for (const title of ['Vòng 1', 'Vòng 2', 'Vòng 3']) {
    const trips = await world.tripsOf(async () => await draftEntry(world, who, titled(title)));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  }
});

test('the audit trail has one record of it', async () => {
  const { entryId } = await draftEntry(world, newcomer(), titled('Sổ'));
  const found = world.table.database.prepare(
    "SELECT count(*) AS n FROM ledger WHERE gsi1pk = 'SUBJECT#entry/kon-tum-2022/' || ?",
  );
  expect([found.get(entryId)?.['n'], found.get(absentId)?.['n']]).toEqual([1, 0]);
});
