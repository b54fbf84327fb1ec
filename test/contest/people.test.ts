import { describe, expect, test } from 'vitest';
import { stateDetails } from '../../lib/contest/own-details.ts';
import {
  acceptInvitation,
  activeRoles,
  cancelInvitation,
  declineInvitation,
  type Invitation,
  invite,
  type Member,
  revoke,
  withSigned,
} from '../../lib/contest/people.ts';
import { inTime, later } from '../support/contest-facts.ts';
import { refusalOf } from '../support/refusal-of.ts';

const offer = {
  editionId: 'kon-tum-2022',
  invitationId: 'invitation-1',
  email: 'hoa@example.vn',
  name: 'Y Hoa',
  role: 'judge',
  invitedBy: 'organiser',
} as const;
const invitation: Invitation = invite(offer, inTime);
const hoa = { personId: 'hoa', email: 'hoa@example.vn', emailVerified: true } as const;
const facts = { invitation, member: undefined, hasEntries: false };

const memberWith = (changes: Partial<Member> = {}): Member => ({
  editionId: 'kon-tum-2022',
  personId: 'hoa',
  email: 'hoa@example.vn',
  name: 'Y Hoa',
  roles: ['judge'],
  active: true,
  version: 1,
  ...changes,
});

test('an invitation is open for thirty days', () => {
  expect(invitation).toEqual({
    ...offer,
    state: 'pending',
    invitedAt: '2022-06-15T03:00:00.000Z',
    endsAt: '2022-07-15T03:00:00.000Z',
    version: 1,
  });
});

describe('acceptance', () => {
  test('makes a member and uses the invitation up', () => {
    expect(acceptInvitation(facts, hoa, inTime)).toEqual({
      invitation: { ...invitation, state: 'accepted', version: 2 },
      member: memberWith(),
    });
  });

  test('is good until a millisecond before the end', () => {
    const { endsAt } = invitation;
    expect(acceptInvitation(facts, hoa, later(endsAt, -1)).member).toEqual(memberWith());
    expect(refusalOf(() => acceptInvitation(facts, hoa, endsAt))).toEqual({
      code: 'invitation-expired',
      expiredAt: endsAt,
    });
  });

  test('adds to the roles one has, each once', () => {
    const member = memberWith({ roles: ['secretary', 'judge'], version: 4 });
    expect(acceptInvitation({ ...facts, member }, hoa, inTime).member).toEqual({
      ...member,
      version: 5,
    });
    const secretary = memberWith({ roles: ['secretary'] });
    expect(acceptInvitation({ ...facts, member: secretary }, hoa, inTime).member.roles).toEqual([
      'secretary',
      'judge',
    ]);
  });

  test('gives somebody whose roles were taken the new one alone', () => {
    const revokedAt = later(inTime, -1);
    const member = memberWith({ roles: ['organiser'], active: false, revokedAt, version: 2 });
    expect(acceptInvitation({ ...facts, member }, hoa, inTime).member).toEqual(
      memberWith({ revokedAt, version: 3 }),
    );
  });

  test('of an offer made before the roles were taken is refused, also after a later one', () => {
    for (const active of [false, true]) {
      const member = memberWith({ active, revokedAt: inTime });
      expect(refusalOf(() => acceptInvitation({ ...facts, member }, hoa, inTime))).toEqual({
        code: 'state-conflict',
        state: 'revoked',
      });
    }
  });

  test('is refused to another address as though there were nothing', () => {
    const notFound = { code: 'not-found' };
    const other = { ...hoa, email: 'other@example.vn' };
    expect(refusalOf(() => acceptInvitation(facts, other, inTime))).toEqual(notFound);
    const none = { personId: 'hoa', emailVerified: true };
    expect(refusalOf(() => acceptInvitation(facts, none, inTime))).toEqual(notFound);
    // Neither whether it is used nor whether it has ended is told to others.
    const used = { ...facts, invitation: { ...invitation, state: 'accepted' } as const };
    expect(refusalOf(() => acceptInvitation(used, other, invitation.endsAt))).toEqual(notFound);
  });

  test('knows a mailbox whatever the case it is written in', () => {
    const capitals = { ...hoa, email: 'Hoa@Example.VN' };
    expect(acceptInvitation(facts, capitals, inTime).member).toEqual(memberWith());
    const typed = { ...facts, invitation: { ...invitation, email: 'Y.Hoa@example.vn' } };
    const signedIn = { ...hoa, email: 'y.hoa@example.vn' };
    expect(acceptInvitation(typed, signedIn, inTime).member.email).toBe('Y.Hoa@example.vn');
    // The Kelvin sign is no k: somebody else's mailbox.
    const kelvin = { ...hoa, email: 'ho\u212a@example.vn' };
    const hok = { ...facts, invitation: { ...invitation, email: 'hok@example.vn' } };
    expect(refusalOf(() => acceptInvitation(hok, kelvin, inTime))).toEqual({ code: 'not-found' });
  });

  test('needs an address that was verified', () => {
    const unverified = { ...hoa, emailVerified: false };
    expect(refusalOf(() => acceptInvitation(facts, unverified, inTime))).toEqual({
      code: 'forbidden',
      needs: 'verified-email',
    });
  });

  test('is refused twice', () => {
    const used = acceptInvitation(facts, hoa, inTime);
    expect(refusalOf(() => acceptInvitation({ ...facts, ...used }, hoa, inTime))).toEqual({
      code: 'state-conflict',
      state: 'accepted',
    });
  });

  test('is refused to whoever has an entry in the edition', () => {
    expect(refusalOf(() => acceptInvitation({ ...facts, hasEntries: true }, hoa, inTime))).toEqual({
      code: 'conflict-of-interest',
      because: 'also-applicant',
    });
  });
});

describe('an invitation that comes to nothing', () => {
  const declined: Invitation = { ...invitation, state: 'declined', version: 2 };
  const cancelled: Invitation = { ...invitation, state: 'cancelled', version: 2 };

  test('is declined by whom it is for, and twice is once', () => {
    expect(declineInvitation(invitation, hoa)).toEqual(declined);
    expect(declineInvitation(declined, hoa)).toBe(declined);
    const other = { ...hoa, email: 'other@example.vn' };
    expect(refusalOf(() => declineInvitation(declined, other))).toEqual({ code: 'not-found' });
    const unverified = { ...hoa, emailVerified: false };
    expect(refusalOf(() => declineInvitation(invitation, unverified))).toEqual({
      code: 'forbidden',
      needs: 'verified-email',
    });
  });

  test('is cancelled by the organisers, and twice is once', () => {
    expect(cancelInvitation(invitation)).toEqual(cancelled);
    expect(cancelInvitation(cancelled)).toBe(cancelled);
  });

  test('is over: each later word meets the first', () => {
    const accepted = acceptInvitation(facts, hoa, inTime).invitation;
    const conflict = (state: string) => ({ code: 'state-conflict', state });
    const decline = (one: Invitation) => refusalOf(() => declineInvitation(one, hoa));
    const cancel = (one: Invitation) => refusalOf(() => cancelInvitation(one));
    const accept = (one: Invitation) =>
      refusalOf(() => acceptInvitation({ ...facts, invitation: one }, hoa, inTime));
    expect([decline(accepted), decline(cancelled)]).toEqual(
      ['accepted', 'cancelled'].map(conflict),
    );
    expect([cancel(accepted), cancel(declined)]).toEqual(['accepted', 'declined'].map(conflict));
    expect([accept(declined), accept(cancelled)]).toEqual(['declined', 'cancelled'].map(conflict));
  });
});

test('what is not stated is no longer known; a signature stays, over another role too', () => {
  const signed = { version: '1', textSha256: 'a'.repeat(64), at: inTime };
  const stated = { phone: '+84912345678', expertise: ['it'], capacity: 20 };
  const member = withSigned(memberWith(stated), signed);
  expect(member).toEqual(memberWith({ ...stated, confidentiality: signed, version: 2 }));
  expect(stateDetails(member, { preferences: { it: 'want' } })).toEqual(
    memberWith({ preferences: { it: 'want' }, confidentiality: signed, version: 3 }),
  );
  expect(acceptInvitation({ ...facts, member }, hoa, inTime).member).toEqual({
    ...member,
    version: 3,
  });
});

test('a revoked member keeps the record and has no role', () => {
  const member = memberWith({ roles: ['judge', 'organiser'], version: 3 });
  expect(activeRoles(member)).toEqual(['judge', 'organiser']);
  const revoked = revoke(member, inTime);
  expect(revoked).toEqual({ ...member, active: false, revokedAt: inTime, version: 4 });
  expect(activeRoles(revoked)).toEqual([]);
  expect(activeRoles(undefined)).toEqual([]);
});
