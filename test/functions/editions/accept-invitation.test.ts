import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectSignIn } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { draftEntry } from '../../support/world-entries.ts';
import { otherEditionId, people, person } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { organiserA, applicant1 } = people;
const notFound = { status: 404, code: 'not-found' };
const invite = async (email: string, role = 'judge', said: object = {}) =>
  await world
    .as(organiserA)
    .call(routes.invitePerson, { body: { email, name: 'Y Hoa', role }, ...said });

describe('acceptance', () => {
  const hoa = { ...person('hoa'), email: 'y.hoa@example.vn' };
  const accept = async (invitationId: string, who = hoa, said: object = {}) =>
    await world.as(who).call(routes.acceptInvitation, { path: { invitationId }, ...said });

  test('makes a member, once; the key repeats the answer', async () => {
    const { invitationId } = (await invite('Y.Hoa@example.vn')).body;
    expect((await world.as(hoa).reply(routes.getMe)).invitations.length).toBe(1);
    const said = { idempotencyKey: 'accept' };
    const answer = await accept(invitationId, hoa, said);
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        editionId: 'kon-tum-2022',
        personId: hoa.personId,
        email: 'Y.Hoa@example.vn',
        name: 'Y Hoa',
        roles: ['judge'],
        active: true,
        version: 1,
      },
    ]);
    expect((await accept(invitationId, hoa, said)).text).toBe(answer.text);
    expect(refusalIn(await accept(invitationId))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'accepted',
    });
    expect((await world.as(hoa).reply(routes.getMe)).invitations).toEqual([]);
  });

  test('is nobody else’s, and only once the address is verified', async () => {
    const { invitationId } = (await invite('ba@example.vn')).body;
    const before = contentsOf(world);
    expect(refusalIn(await accept(invitationId, applicant1))).toEqual(notFound);
    expect(refusalIn(await accept(invitationId, organiserA))).toEqual(notFound);
    const claims = claimsOf('ba', { email: 'ba@example.vn', email_verified: 'false' });
    const said = { path: { invitationId } };
    const unverified = await world.withClaims(claims).call(routes.acceptInvitation, said);
    expect(refusalIn(unverified)).toEqual({
      status: 403,
      code: 'forbidden',
      needs: 'verified-email',
    });
    const elsewhere = { path: { invitationId, editionId: otherEditionId } };
    const ba = { ...person('ba'), email: 'ba@example.vn' };
    expect(refusalIn(await accept(invitationId, ba, elsewhere))).toEqual(notFound);
    await expectSignIn(world, routes.acceptInvitation, said);
    expect(contentsOf(world)).toEqual(before);
  });

  test('ends with the invitation', async () => {
    const late = { ...person('late'), email: 'late@example.vn' };
    const { invitationId, endsAt } = (await invite(late.email)).body;
    expect(refusalIn(await accept(invitationId, late, { at: endsAt }))).toEqual({
      status: 409,
      code: 'invitation-expired',
      expiredAt: endsAt,
    });
    // What cannot be accepted any more is no open invitation.
    const seen = async (at: string) =>
      (await world.as(late).reply(routes.getMe, { at })).invitations.map((one) => one.invitationId);
    expect(await seen('2022-07-15T02:59:59.999Z')).toEqual([invitationId]);
    expect(await seen(endsAt)).toEqual([]);
    const last = { at: '2022-07-15T02:59:59.999Z' };
    expect((await accept(invitationId, late, last)).status).toBe(201);
  });

  test('is refused to an applicant', async () => {
    const owner = person('owner');
    await draftEntry(world, owner);
    const { invitationId } = (await invite(owner.email)).body;
    expect(refusalIn(await accept(invitationId, owner))).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'also-applicant',
    });
  });

  test('of two roles at the same time gives both', async () => {
    const both = person('both');
    const ids = await Promise.all(
      ['judge', 'secretary'].map(
        async (role) => (await invite(both.email, role)).body.invitationId,
      ),
    );
    const answers = await Promise.all(ids.map((id) => accept(id, both)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const { memberships } = await world.as(both).reply(routes.getMe);
    expect(memberships).toEqual([{ editionId: 'kon-tum-2022', roles: ['judge', 'secretary'] }]);
  });
});
