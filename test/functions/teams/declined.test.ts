import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectSignIn } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import { draftEntry, exampleContent } from '../../support/world-entries.ts';
import { otherEditionId, people, person } from '../../support/world-people.ts';
import { invitedTo, joinTeam } from '../../support/world-teams.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, organiserA, judge1 } = people;
const route = routes.declineTeamInvitation;
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
const notFound = { status: 404, code: 'not-found' };
const conflict = (state: string) => ({ status: 409, code: 'state-conflict', state });
let names = 0;
const newcomer = () => person(`decliner-${++names}`);
const entryOf = async (lead: Person) =>
  (await draftEntry(world, lead, exampleContent(0, { title: `Từ chối ${++names}` }))).entryId;
const invited = async (one: Person, lead = newcomer()) => {
  const entryId = await entryOf(lead);
  return { lead, path: { entryId, invitationId: await invitedTo(world, entryId, one, { lead }) } };
};
const teamOf = async (lead: Person, entryId: string, at = worldBeginsAt) => {
  const { invitations } = await world.as(lead).reply(routes.listTeam, { path: { entryId }, at });
  return invitations.map(({ name, state }) => [name, state]);
};

test('ends it for good; saying it twice is saying it once, and the lead sees it', async () => {
  const who = newcomer();
  const { lead, path } = await invited(who);
  const team = { path: { entryId: path.entryId } };
  const [offered] = (await world.as(lead).reply(routes.listTeam, team)).invitations;
  const answer = await world.as(who).call(route, { path });
  const declined = { ...offered, state: 'declined' };
  expect([answer.status, answer.body]).toEqual([200, declined]);
  expect((await world.as(who).call(route, { path })).text).toBe(answer.text);
  expect((await world.as(who).reply(routes.getMe)).teamInvitations).toEqual([]);
  const told = await world.as(lead).reply(routes.listTeam, team);
  expect(told.invitations).toEqual([declined]);
  const accepted = await world.as(who).call(routes.acceptTeamInvitation, { path });
  expect(refusalIn(accepted)).toEqual(conflict('declined'));
  const withdrawn = await world.as(lead).call(routes.withdrawTeamInvitation, { path });
  expect(refusalIn(withdrawn)).toEqual(conflict('declined'));
});

test('is told until they are asked again, and frees the place', async () => {
  const [who, lead] = [newcomer(), newcomer()];
  const entryId = await entryOf(lead);
  for (const n of [1, 2, 3]) await invitedTo(world, entryId, person(`full-${n}`), { lead });
  const invitationId = await invitedTo(world, entryId, who, { lead });
  await world.as(who).reply(route, { path: { entryId, invitationId } });
  expect(await teamOf(lead, entryId)).toContainEqual([who.personId, 'declined']);
  const later = '2022-06-16T03:00:00.000Z';
  world.at(later);
  await joinTeam(world, entryId, who, { lead });
  world.at(worldBeginsAt);
  expect(await teamOf(lead, entryId, later)).not.toContainEqual([who.personId, 'declined']);
  const gone = { path: { entryId, personId: who.personId } };
  await world.as(lead).reply(routes.removeTeammate, gone);
  expect(await teamOf(lead, entryId, later)).not.toContainEqual([who.personId, 'declined']);
});

test('is possible after its end, and after the entry’s', async () => {
  const who = newcomer();
  const { path } = await invited(who);
  const late = await world.as(who).call(route, { path, at: '2022-06-30T03:00:00.000Z' });
  expect(late.body.state).toBe('declined');
  const other = await invited(who);
  const entry = { path: { entryId: other.path.entryId } };
  await world.as(other.lead).reply(routes.withdrawEntry, entry);
  expect((await world.as(who).reply(route, { path: other.path })).state).toBe('declined');
});

test('is nobody else’s to say, nor after a yes, nor after it was taken back', async () => {
  const who = newcomer();
  const { lead, path } = await invited(who);
  const { path: other } = await invited(newcomer());
  const before = contentsOf(world);
  for (const one of [lead, applicant1, applicant2, organiserA, judge1]) {
    expect(refusalIn(await world.as(one).call(route, { path }))).toEqual(notFound);
  }
  const elsewhere = [
    { ...path, invitationId: unknownId },
    { ...path, entryId: other.entryId },
    { ...path, editionId: otherEditionId },
  ];
  for (const place of elsewhere) {
    expect(refusalIn(await world.as(who).call(route, { path: place }))).toEqual(notFound);
  }
  const claims = claimsOf(who.personId, { email: who.email, email_verified: 'false' });
  expect(refusalIn(await world.withClaims(claims).call(route, { path }))).toEqual({
    status: 403,
    code: 'forbidden',
    needs: 'verified-email',
  });
  await expectSignIn(world, route, { path });
  expect(contentsOf(world)).toEqual(before);
  await world.as(who).reply(routes.acceptTeamInvitation, { path });
  expect(refusalIn(await world.as(who).call(route, { path }))).toEqual(conflict('accepted'));
  const back = await invited(who);
  await world.as(back.lead).reply(routes.withdrawTeamInvitation, { path: back.path });
  const gone = await world.as(who).call(route, { path: back.path });
  expect(refusalIn(gone)).toEqual(conflict('withdrawn'));
});

test('a yes and a no at the same moment: one of them holds', async () => {
  const who = newcomer();
  const { path } = await invited(who);
  const answers = await Promise.all([
    world.as(who).call(route, { path }),
    world.as(who).call(routes.acceptTeamInvitation, { path }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('tells the trail who and for which part, in one read and one write, the third time too', async () => {
  const who = newcomer();
  for (let n = 0; n < 3; n += 1) {
    const { path } = await invited(who);
    const trips = await world.tripsOf(async () => await world.as(who).call(route, { path }));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  }
  const { path } = await invited(who);
  await world.as(who).reply(route, { path });
  const history = await world
    .as(organiserA)
    .reply(routes.getEntryHistory, { path: { entryId: path.entryId } });
  expect(history.items.at(-1)).toMatchObject({
    operation: 'declineTeamInvitation',
    actorId: who.personId,
    detail: { role: 'editor' },
  });
});
