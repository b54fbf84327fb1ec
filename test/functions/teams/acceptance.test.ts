import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectSignIn } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import {
  openWorld,
  type World,
  worldBeginsAt,
  worldClosesAt,
  worldOpensAt,
} from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import { draftEntry, exampleContent } from '../../support/world-entries.ts';
import { engage, otherEditionId, people, person } from '../../support/world-people.ts';
import { invitedTo, joinTeam } from '../../support/world-teams.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, judge1, revoked, organiserA } = people;
let names = 0;
const newcomer = () => person(`joiner-${++names}`);
/** An entry with a lead of its own. */
const entryOf = async (lead: Person, at: World = world) =>
  (await draftEntry(at, lead, exampleContent(0, { title: `Mục ${++names}` }))).entryId;
const accept = async (
  who: Person,
  path: { readonly entryId: string; readonly invitationId: string },
  said: object = {},
) => await world.as(who).call(routes.acceptTeamInvitation, { path, ...said });
const invited = async (one: Person, lead = newcomer()) => {
  const entryId = await entryOf(lead);
  return { entryId, invitationId: await invitedTo(world, entryId, one, { lead }) };
};
const conflict = (because: string) => ({ status: 403, code: 'conflict-of-interest', because });

test('makes a teammate, once; the key repeats the answer', async () => {
  const who = newcomer();
  const path = await invited(who);
  const said = { idempotencyKey: 'join' };
  const answer = await accept(who, path, said);
  const teammate = {
    personId: who.personId,
    email: who.email,
    name: who.personId,
    role: 'editor',
    joinedAt: worldBeginsAt,
    version: 1,
  };
  expect([answer.status, answer.body]).toEqual([201, teammate]);
  expect((await accept(who, path, said)).text).toBe(answer.text);
  expect(refusalIn(await accept(who, path))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'accepted',
  });
  const { entries, teamInvitations } = await world.as(who).reply(routes.getMe);
  expect([entries, teamInvitations]).toEqual([
    [{ editionId: world.editionId, entryId: path.entryId, role: 'editor' }],
    [],
  ]);
});

test('is nobody else’s, and only once the address is verified', async () => {
  const who = newcomer();
  const path = await invited(who);
  const other = await invited(newcomer());
  const before = contentsOf(world);
  const notFound = { status: 404, code: 'not-found' };
  for (const one of [applicant1, organiserA, judge1]) {
    expect(refusalIn(await accept(one, path))).toEqual(notFound);
  }
  const claims = claimsOf(who.personId, { email: who.email, email_verified: 'false' });
  const unverified = await world.withClaims(claims).call(routes.acceptTeamInvitation, { path });
  expect(refusalIn(unverified)).toEqual({
    status: 403,
    code: 'forbidden',
    needs: 'verified-email',
  });
  const elsewhere = { path: { ...path, editionId: otherEditionId } };
  expect(refusalIn(await accept(who, path, elsewhere))).toEqual(notFound);
  const otherEntry = { ...path, entryId: other.entryId };
  expect(refusalIn(await accept(who, otherEntry))).toEqual(notFound);
  await expectSignIn(world, routes.acceptTeamInvitation, { path });
  expect(contentsOf(world)).toEqual(before);
});

test('ends with the invitation', async () => {
  const who = newcomer();
  const path = await invited(who);
  const endsAt = '2022-06-29T03:00:00.000Z';
  expect(refusalIn(await accept(who, path, { at: endsAt }))).toEqual({
    status: 409,
    code: 'invitation-expired',
    expiredAt: endsAt,
  });
  expect((await accept(who, path, { at: '2022-06-29T02:59:59.999Z' })).status).toBe(201);
});

test('ends with the submissions, and with the entry', async () => {
  const who = newcomer();
  const lead = newcomer();
  const entryId = await entryOf(lead);
  world.at('2022-07-25T00:00:00.000Z');
  const invitationId = await invitedTo(world, entryId, who, { lead });
  const path = { entryId, invitationId };
  expect(refusalIn(await accept(who, path, { at: worldClosesAt }))).toEqual({
    status: 409,
    code: 'phase-closed',
    receivedAt: worldClosesAt,
    opensAt: worldOpensAt,
    closesAt: worldClosesAt,
  });
  await world.as(lead).reply(routes.withdrawEntry, { path: { entryId } });
  expect(refusalIn(await accept(who, path))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'withdrawn',
  });
  world.at(worldBeginsAt);
});

describe('nobody stands on both sides (R8)', () => {
  test('officials and those who were join no team', async () => {
    for (const one of [judge1, revoked, organiserA]) {
      const path = await invited(one);
      const before = contentsOf(world);
      expect(refusalIn(await accept(one, path))).toEqual(conflict('also-official'));
      expect(contentsOf(world)).toEqual(before);
    }
  });

  test('a teammate takes no role, until they have left', async () => {
    const who = newcomer();
    const path = await invited(who);
    await accept(who, path);
    const body = { email: who.email, name: 'A', role: 'judge' };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const role = async () =>
      await world.as(who).call(routes.acceptInvitation, { path: { invitationId } });
    expect(refusalIn(await role())).toEqual(conflict('also-applicant'));
    const leaving = { path: { entryId: path.entryId, personId: who.personId } };
    await world.as(who).reply(routes.removeTeammate, leaving);
    expect((await role()).status).toBe(201);
  });

  test('another account of the same mailbox is the same somebody', async () => {
    const who = newcomer();
    const twin = { ...newcomer(), email: who.email.toUpperCase() };
    await accept(who, await invited(who));
    const body = { email: who.email, name: 'A', role: 'judge' };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const role = await world.as(twin).call(routes.acceptInvitation, { path: { invitationId } });
    expect(refusalIn(role)).toEqual(conflict('also-applicant'));

    const judge = newcomer();
    const twinOfJudge = { ...newcomer(), email: judge.email };
    await engage(world, judge, 'judge');
    const entry = { body: exampleContent(0, { title: 'Song sinh' }) };
    expect(refusalIn(await world.as(twinOfJudge).call(routes.createEntry, entry))).toEqual(
      conflict('also-official'),
    );
    expect(refusalIn(await accept(twinOfJudge, await invited(judge)))).toEqual(
      conflict('also-official'),
    );
    const twinOfOrganiser = { ...newcomer(), email: organiserA.email };
    expect(refusalIn(await world.as(twinOfOrganiser).call(routes.createEntry, entry))).toEqual(
      conflict('also-official'),
    );
    // An address that is not verified says nothing about anybody.
    const claims = claimsOf('claims', { email: judge.email, email_verified: 'false' });
    expect((await world.withClaims(claims).call(routes.createEntry, entry)).status).toBe(201);
  });

  test.each(['team first', 'role first'])('at the same moment: %s', async (order) => {
    const who = newcomer();
    const path = await invited(who);
    const body = { email: who.email, name: 'A', role: 'judge' };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const acts = [
      async () => await accept(who, path),
      async () => await world.as(who).call(routes.acceptInvitation, { path: { invitationId } }),
    ];
    const [first, second] = order === 'team first' ? acts : acts.toReversed();
    const answers = await Promise.all([first!(), second!()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 403]);
    expect(refusalIn(answers[1]!)).toEqual(
      conflict(order === 'team first' ? 'also-applicant' : 'also-official'),
    );
  });

  test.each(['team first', 'role first'])('with two accounts of one mailbox: %s', async (order) => {
    const who = newcomer();
    const twin = { ...newcomer(), email: who.email };
    const path = await invited(who);
    const body = { email: who.email, name: 'A', role: 'judge' };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const acts = [
      async () => await accept(who, path),
      async () => await world.as(twin).call(routes.acceptInvitation, { path: { invitationId } }),
    ];
    const [first, second] = order === 'team first' ? acts : acts.toReversed();
    const answers = await Promise.all([first!(), second!()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 403]);
  });

  test('an official that appeared after the decision is seen by the save', async () => {
    const between = interposed();
    await using other = await openWorld({ around: between.around });
    const { entryId } = await draftEntry(other);
    const invitationId = await invitedTo(other, entryId, applicant2);
    between.beforeNextWrite(async () => await engage(other, applicant2, 'judge'));
    const path = { entryId, invitationId };
    const answer = await other.as(applicant2).call(routes.acceptTeamInvitation, { path });
    expect(refusalIn(answer)).toEqual(conflict('also-official'));
  });
});

describe('at the same moment', () => {
  test('two people join, two entries are joined by one', async () => {
    const lead = newcomer();
    const entryId = await entryOf(lead);
    const two = [newcomer(), newcomer()];
    const ids = await Promise.all(
      two.map(async (one) => await invitedTo(world, entryId, one, { lead })),
    );
    const joins = await Promise.all(
      two.map(async (one, at) => await accept(one, { entryId, invitationId: ids[at]! })),
    );
    expect(joins.map(({ status }) => status)).toEqual([201, 201]);

    const who = newcomer();
    const paths = [await invited(who), await invited(who)];
    const answers = await Promise.all(paths.map(async (path) => await accept(who, path)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await world.as(who).reply(routes.getMe)).entries).toHaveLength(2);
  });

  test('one invitation is accepted once, and an invitation taken back by nobody', async () => {
    const who = newcomer();
    const path = await invited(who);
    const answers = await Promise.all([accept(who, path), accept(who, path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('the entry is handed over or withdrawn: the team is decided on anew', async () => {
    const between = interposed();
    await using other = await openWorld({ around: between.around });
    const { entryId } = await draftEntry(other);
    const invitationId = await invitedTo(other, entryId, applicant2);
    between.beforeNextWrite(
      async () => await other.as(applicant1).reply(routes.withdrawEntry, { path: { entryId } }),
    );
    const path = { entryId, invitationId };
    const answer = await other.as(applicant2).call(routes.acceptTeamInvitation, { path });
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'withdrawn',
    });
  });
});

test('whoever is in the team already cannot join it, not by another address either', async () => {
  const who = newcomer();
  const lead = newcomer();
  const entryId = await entryOf(lead);
  await joinTeam(world, entryId, who, { lead });
  const second = { ...who, email: 'second@example.vn' };
  const invitationId = await invitedTo(world, entryId, second, { lead });
  expect(refusalIn(await accept(second, { entryId, invitationId }))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'in-team',
  });
});

test('one read and one write, for the first team and for the third', async () => {
  const who = newcomer();
  for (let n = 0; n < 3; n += 1) {
    const path = await invited(who);
    const trips = await world.tripsOf(async () => await accept(who, path));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  }
});
