import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectConcealed, expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import { draftEntry, exampleContent } from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';
import { invitedTo, joinTeam } from '../../support/world-teams.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, secretary, organiserA, organiserElsewhere, judge1, revoked } =
  people;
const { entryId } = await draftEntry(world);
const [editor, viewer] = [person('editor-x'), person('viewer-x')];
await joinTeam(world, entryId, editor);
await joinTeam(world, entryId, viewer, { role: 'viewer' });
const route = routes.inviteTeammate;
const path = { entryId };
const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
let titles = 0;
/** An entry of its own for each test. */
const freshEntry = async (lead = applicant2) => {
  const content = exampleContent(0, { title: `Đội ${++titles}` });
  return (await draftEntry(world, lead, content)).entryId;
};
const offer = (email: string, role = 'editor') => ({ email, name: 'Y Blô', role });

describe('an invitation', () => {
  test('is open for fourteen days and shown to whom it is for', async () => {
    const guest = { ...person('guest'), email: 'guest@example.vn' };
    const answer = await world.as(applicant1).call(route, {
      path,
      body: offer('Guest@example.vn', 'viewer'),
    });
    const { invitationId, ...said } = answer.body;
    expect([answer.status, said]).toEqual([
      201,
      {
        email: 'Guest@example.vn',
        name: 'Y Blô',
        role: 'viewer',
        state: 'pending',
        invitedAt: worldBeginsAt,
        endsAt: '2022-06-29T03:00:00.000Z',
      },
    ]);
    const seen = async (at: string) =>
      (await world.as(guest).reply(routes.getMe, { at })).teamInvitations;
    const { code } = await world.as(applicant1).reply(routes.getEntry, { path });
    expect(await seen('2022-06-29T02:59:59.999Z')).toEqual([
      {
        editionId: world.editionId,
        entryId,
        invitationId,
        code,
        title: exampleContent(0).title,
        role: 'viewer',
        endsAt: said.endsAt,
      },
    ]);
    expect(await seen(said.endsAt)).toEqual([]);
    const withdrawal = { path: { entryId, invitationId } };
    await world.as(applicant1).reply(routes.withdrawTeamInvitation, withdrawal);
    expect(await seen(worldBeginsAt)).toEqual([]);
  });

  test('is the lead’s alone to make and to take back', async () => {
    const said = { path, body: offer('new@example.vn') };
    await expectConcealed(world, route, said, strangers);
    await expectForbidden(world, route, said, { needs: 'owner', strangers: [editor, viewer] });
    const id = await freshEntry(applicant1);
    await joinTeam(world, id, editor);
    const withdrawal = { path: { entryId: id, invitationId: await invitedTo(world, id, viewer) } };
    await expectConcealed(world, routes.withdrawTeamInvitation, withdrawal, strangers);
    const denied = { needs: 'owner', strangers: [editor] };
    await expectForbidden(world, routes.withdrawTeamInvitation, withdrawal, denied);
  });

  test('is not for the lead, for somebody of the team, nor twice for one mailbox', async () => {
    const id = await freshEntry();
    await joinTeam(world, id, editor, { lead: applicant2 });
    await invitedTo(world, id, viewer, { lead: applicant2 });
    const invite = async (email: string) =>
      refusalIn(
        await world.as(applicant2).call(route, { path: { entryId: id }, body: offer(email) }),
      );
    const before = contentsOf(world);
    expect(await invite('Applicant-2@khoi-nghiep.example.vn')).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/email', code: 'not-allowed' }],
    });
    expect(await invite('Editor-X@example.vn')).toEqual({
      status: 409,
      code: 'already-exists',
      what: 'teammate',
    });
    expect(await invite('VIEWER-x@example.vn')).toEqual({
      status: 409,
      code: 'already-exists',
      what: 'team-invitation',
    });
    expect(contentsOf(world)).toEqual(before);
  });

  test('takes a place until it is over; the lead takes one too', async () => {
    const id = await freshEntry(people.applicant3);
    const invite = async (n: number, at = worldBeginsAt) =>
      await world
        .as(people.applicant3)
        .call(route, { path: { entryId: id }, body: offer(`p${n}@example.vn`), at });
    const full = { status: 409, code: 'limit-reached', limit: 'teamSize', allowed: 5 };
    for (const n of [1, 2, 3]) expect((await invite(n)).status).toBe(201);
    const fourth = (await invite(4)).body.invitationId;
    expect(refusalIn(await invite(5))).toEqual(full);
    const withdrawal = { path: { entryId: id, invitationId: fourth } };
    await world.as(people.applicant3).reply(routes.withdrawTeamInvitation, withdrawal);
    // Two at once for the one place there is.
    const both = await Promise.all([invite(6), invite(7)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(refusalIn(both.find(({ status }) => status === 409)!)).toEqual(full);
    expect((await invite(8, '2022-06-29T03:00:00.000Z')).status).toBe(201);
  });

  test('ends at a hundred for one entry, whoever was invited', async () => {
    await using other = await openWorld();
    const { entryId: id } = await draftEntry(other);
    for (let n = 0; n < 100; n += 1) {
      const invitationId = await invitedTo(other, id, person(`stranger-${n}`));
      const withdrawal = { path: { entryId: id, invitationId } };
      await other.as(applicant1).reply(routes.withdrawTeamInvitation, withdrawal);
    }
    const said = { path: { entryId: id }, body: offer('last@example.vn') };
    expect(refusalIn(await other.as(applicant1).call(route, said))).toEqual({
      status: 409,
      code: 'limit-reached',
      limit: 'teamInvitations',
      allowed: 100,
    });
  });

  test('is made while the entry may be worked on', async () => {
    const invite = async (at: string) =>
      refusalIn(await world.as(applicant1).call(route, { path, body: offer('z@example.vn'), at }));
    for (const at of ['2022-05-20T00:59:59.999Z', worldClosesAt]) {
      expect(await invite(at)).toEqual({
        status: 409,
        code: 'phase-closed',
        receivedAt: at,
        opensAt: worldOpensAt,
        closesAt: worldClosesAt,
      });
    }
    const id = await freshEntry();
    await world.as(applicant2).reply(routes.withdrawEntry, { path: { entryId: id } });
    const said = { path: { entryId: id }, body: offer('z@example.vn') };
    expect(refusalIn(await world.as(applicant2).call(route, said))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'withdrawn',
    });
  });

  test('is refused for all that is wrong in it', async () => {
    const body = { email: 'nobody', name: '', role: 'lead', more: 1 };
    const answer = await world.as(applicant1).call(route, { path, body });
    expect(refusalIn(answer)).toMatchObject({ status: 422, code: 'validation-failed' });
  });
});

test('an invitation is taken back once, and only while it is open', async () => {
  const id = await freshEntry(person('lead-of-one'));
  const lead = person('lead-of-one');
  const withdraw = async (invitationId: string) =>
    await world
      .as(lead)
      .call(routes.withdrawTeamInvitation, { path: { entryId: id, invitationId } });
  const first = await invitedTo(world, id, editor, { lead });
  expect((await withdraw(first)).body.state).toBe('withdrawn');
  const conflict = (state: string) => ({ status: 409, code: 'state-conflict', state });
  expect(refusalIn(await withdraw(first))).toEqual(conflict('withdrawn'));
  const accept = { path: { entryId: id, invitationId: first } };
  expect(refusalIn(await world.as(editor).call(routes.acceptTeamInvitation, accept))).toEqual(
    conflict('withdrawn'),
  );
  const second = await invitedTo(world, id, editor, { lead });
  const path2 = { path: { entryId: id, invitationId: second } };
  await world.as(editor).reply(routes.acceptTeamInvitation, path2);
  expect(refusalIn(await withdraw(second))).toEqual(conflict('accepted'));
});

test('inviting and taking back cost one wait each before the write', async () => {
  const id = await freshEntry(person('trips'));
  const lead = person('trips');
  for (const n of [1, 2, 3]) {
    let invitationId = '';
    const invites = await world.tripsOf(async () => {
      invitationId = await invitedTo(world, id, person(`trip-${n}`), { lead });
    });
    expect(invites).toEqual({ reads: 2, writes: 1, waits: 2 });
    const withdraws = await world.tripsOf(async () => {
      const said = { path: { entryId: id, invitationId } };
      await world.as(lead).reply(routes.withdrawTeamInvitation, said);
    });
    expect(withdraws).toEqual({ reads: 1, writes: 1, waits: 2 });
  }
});
