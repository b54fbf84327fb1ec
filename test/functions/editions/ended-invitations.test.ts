import { afterAll, describe, expect, test } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectForbidden, expectSignIn } from '../../support/denials.ts';
import { claimsOf } from '../../support/events.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { outboxOf } from '../../support/world-mails.ts';
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
    expect(trips).toEqual({ reads: 2, writes: 1, waits: 2 });
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

test('the mail of a cancelled invitation that was held for reading never leaves; one that left stays', async () => {
  const held = (plan: WirePlan) => ({
    ...plan,
    mail: { ...plan.mail, review: ['invitation' as const] },
  });
  await using reviewed = await openWorld({ plan: held });
  await reviewed.settle();
  const asOrganiser = reviewed.as(organiserA);
  const body = { email: 'ut@example.vn', name: 'Út', role: 'judge' };
  const { invitationId } = await asOrganiser.reply(routes.invitePerson, { body });
  await reviewed.settle();
  await asOrganiser.reply(routes.cancelInvitation, { path: { invitationId } });
  const mail = outboxOf(reviewed).find(({ mailId }) => mailId === `invitation-${invitationId}`);
  expect([mail?.state, mail?.cancelled]).toEqual([
    'cancelled',
    { by: organiserA.personId, at: reviewed.now(), reason: 'invitation-cancelled' },
  ]);
  const other = await invite(person('muoi'));
  await world.settle();
  await cancel(other.invitationId);
  const left = outboxOf(world).find(({ mailId }) => mailId === `invitation-${other.invitationId}`);
  expect(left?.state).toBe('sent');
});

test('organisers and the secretariat see what became of each, a page at a time', async () => {
  await using other = await openWorld();
  const asSecretary = other.as(secretary);
  const all = (await asSecretary.reply(routes.listInvitations)).items;
  const names = ['judge1', 'judge2', 'judge3', 'organiserB', 'revoked', 'secretary'] as const;
  // All within one millisecond: their ids are in any order.
  const seen = all.map(({ email, state }) => `${email} ${state}`).sort();
  expect(seen).toEqual(names.map((name) => `${people[name].email} accepted`));
  const pages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '4', ...(cursor === undefined ? {} : { cursor }) };
    const page = await other.as(organiserA).reply(routes.listInvitations, { query });
    pages.push(page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(pages).toEqual([all.slice(0, 4), all.slice(4)]);
  const strangers = [judge1, applicant1, organiserElsewhere, revoked];
  await expectForbidden(other, routes.listInvitations, {}, { needs: 'organiser', strangers });
  const trips = await other.tripsOf(async () => await asSecretary.reply(routes.listInvitations));
  expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
});
