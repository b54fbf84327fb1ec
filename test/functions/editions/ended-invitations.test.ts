import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectForbidden, expectSignIn } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { otherEditionId, people, person } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { organiserA, secretary, judge1, applicant1, organiserElsewhere, revoked } = people;
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
const notFound = { status: 404, code: 'not-found' };
const conflict = (state: string) => ({ status: 409, code: 'state-conflict', state });
const invite = async (one: { email: string }) => {
  const body = { email: one.email, name: 'Y Hoa', role: 'judge' };
  return await world.as(organiserA).reply(routes.invitePerson, { body });
};
const decline = async (invitationId: string, who: typeof judge1) =>
  await world.as(who).call(routes.declineInvitation, { path: { invitationId } });
const cancel = async (invitationId: string) =>
  await world.as(organiserA).call(routes.cancelInvitation, { path: { invitationId } });
const accept = async (invitationId: string, who: typeof judge1) =>
  await world.as(who).call(routes.acceptInvitation, { path: { invitationId } });
const openOf = async (who: typeof judge1) =>
  (await world.as(who).reply(routes.getMe)).invitations.length;

describe('declineInvitation', () => {
  const hoa = person('hoa');

  test('ends it for good; saying it twice is saying it once', async () => {
    const offered = await invite(hoa);
    const { invitationId } = offered;
    expect(await openOf(hoa)).toBe(1);
    const answer = await decline(invitationId, hoa);
    expect([answer.status, answer.body]).toEqual([200, { ...offered, state: 'declined' }]);
    expect((await decline(invitationId, hoa)).text).toBe(answer.text);
    expect(await openOf(hoa)).toBe(0);
    expect(refusalIn(await accept(invitationId, hoa))).toEqual(conflict('declined'));
    expect(refusalIn(await cancel(invitationId))).toEqual(conflict('declined'));
    // Somebody who changes their mind is invited anew.
    expect((await accept((await invite(hoa)).invitationId, hoa)).status).toBe(201);
  });

  test('is nobody else’s to say, nor after a yes', async () => {
    const ba = person('ba');
    const { invitationId } = await invite(ba);
    const said = { path: { invitationId } };
    const before = contentsOf(world);
    for (const one of [applicant1, organiserA, judge1]) {
      expect(refusalIn(await decline(invitationId, one))).toEqual(notFound);
    }
    expect(refusalIn(await decline(unknownId, ba))).toEqual(notFound);
    const elsewhere = { path: { invitationId, editionId: otherEditionId } };
    const strange = await world.as(ba).call(routes.declineInvitation, elsewhere);
    expect(refusalIn(strange)).toEqual(notFound);
    const claims = claimsOf('ba', { email: ba.email, email_verified: 'false' });
    const unverified = await world.withClaims(claims).call(routes.declineInvitation, said);
    expect(refusalIn(unverified)).toEqual({
      status: 403,
      code: 'forbidden',
      needs: 'verified-email',
    });
    await expectSignIn(world, routes.declineInvitation, said);
    expect(contentsOf(world)).toEqual(before);
    await accept(invitationId, ba);
    expect(refusalIn(await decline(invitationId, ba))).toEqual(conflict('accepted'));
  });
});

describe('cancelInvitation', () => {
  test('takes the offer back, once', async () => {
    const bon = person('bon');
    const offered = await invite(bon);
    const { invitationId } = offered;
    const trips = await world.tripsOf(async () => {
      const answer = await cancel(invitationId);
      expect([answer.status, answer.body]).toEqual([200, { ...offered, state: 'cancelled' }]);
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    expect((await cancel(invitationId)).body).toEqual({ ...offered, state: 'cancelled' });
    expect(await openOf(bon)).toBe(0);
    expect(refusalIn(await accept(invitationId, bon))).toEqual(conflict('cancelled'));
    expect(refusalIn(await decline(invitationId, bon))).toEqual(conflict('cancelled'));
  });

  test('is for organisers, and not after a yes', async () => {
    const nam = person('nam');
    const { invitationId } = await invite(nam);
    const said = { path: { invitationId } };
    const strangers = [secretary, judge1, nam, organiserElsewhere, revoked];
    await expectForbidden(world, routes.cancelInvitation, said, { needs: 'organiser', strangers });
    expect(refusalIn(await cancel(unknownId))).toEqual(notFound);
    await accept(invitationId, nam);
    expect(refusalIn(await cancel(invitationId))).toEqual(conflict('accepted'));
  });
});
