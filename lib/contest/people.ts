import type { Address } from './address.ts';
import type { SignedTerms } from './confidentiality.ts';
import { mailboxOf } from './email.ts';
import { refuse } from './found.ts';
import { type Refusal, Refused, type Role } from './refusal.ts';
import type { Actor } from './standing.ts';

/** What shows that an official is also an applicant, or close to one; stated by the organisers or the official. */
export interface OfficialDetails {
  /** E.164. */
  readonly phone?: string;
  readonly taxCode?: string;
  /** Where they work. */
  readonly organisation?: string;
}

/** How gladly a judge reads entries of a field. */
export const preferences = ['want', 'can', 'rather-not'] as const;

/** What a judge states for the giving of entries: wishes are weighed, never promised. */
export interface JudgingWishes {
  /** Ids of the plan's fields that they know well. */
  readonly expertise?: readonly string[];
  /** The most entries of one round they can read. */
  readonly capacity?: number;
  /** By field id; a field that is not named is `can`. */
  readonly preferences?: { readonly [fieldId: string]: (typeof preferences)[number] };
}

/** What only the official states: where they live, too. */
export interface OwnDetails extends OfficialDetails, JudgingWishes {
  readonly address?: Address;
}

/** Somebody with a role in an edition. */
export interface Member extends OwnDetails {
  readonly editionId: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of the last terms they signed; `hasSigned` tells whether these still hold. */
  readonly confidentiality?: SignedTerms;
  /** A revoked member keeps the record and loses every right at once. */
  readonly active: boolean;
  /** Of the last revocation: what was offered before it is offered no longer. */
  readonly revokedAt?: string;
  readonly version: number;
}

/** A role offered to an e-mail address. */
export interface Invitation extends OfficialDetails {
  readonly editionId: string;
  readonly invitationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'pending' | 'accepted' | 'declined' | 'cancelled';
  readonly invitedBy: string;
  readonly invitedAt: string;
  /** ISO instant of the end of the offer. */
  readonly endsAt: string;
  readonly version: number;
}

const invitationDays = 30;

/** A fresh invitation, open for thirty days. */
export function invite(
  offer: Pick<Invitation, 'editionId' | 'invitationId' | 'email' | 'name' | 'role' | 'invitedBy'> &
    OfficialDetails,
  now: string,
): Invitation {
  const endsAt = new Date(Date.parse(now) + invitationDays * 86_400_000).toISOString();
  return { ...offer, state: 'pending', invitedAt: now, endsAt, version: 1 };
}

/**
 * The member and the used invitation after the invited person said yes. The address must be the token's own
 * and verified; whoever has an entry in the edition can be no official of it (conflict of interest).
 */
export function acceptInvitation(
  facts: {
    readonly invitation: Invitation;
    readonly member: Member | undefined;
    readonly hasEntries: boolean;
  },
  actor: Actor,
  now: string,
): { invitation: Invitation; member: Member } {
  const refusal = whyNotAccept(facts, actor, now);
  if (refusal) throw new Refused(refusal);
  const { invitation, member } = facts;
  const kept = member?.active ? member.roles : [];
  return {
    invitation: { ...invitation, state: 'accepted', version: invitation.version + 1 },
    member: {
      // What the official has stated or signed holds against what the organisers believe.
      ...detailsOf(invitation),
      ...member,
      editionId: invitation.editionId,
      personId: actor.personId,
      email: invitation.email,
      name: invitation.name,
      roles: [...new Set([...kept, invitation.role])],
      active: true,
      version: (member?.version ?? 0) + 1,
    },
  };
}

function whyNotAccept(
  facts: {
    readonly invitation: Invitation;
    readonly member: Member | undefined;
    readonly hasEntries: boolean;
  },
  actor: Actor,
  now: string,
): Refusal | undefined {
  const { invitation } = facts;
  const refusal = whyNotTheirs(invitation, actor);
  if (refusal) return refusal;
  if (invitation.state !== 'pending') return { code: 'state-conflict', state: invitation.state };
  if (invitation.invitedAt <= (facts.member?.revokedAt ?? '')) {
    return { code: 'state-conflict', state: 'revoked' };
  }
  if (now >= invitation.endsAt) {
    return { code: 'invitation-expired', expiredAt: invitation.endsAt };
  }
  if (facts.hasEntries) return { code: 'conflict-of-interest', because: 'also-applicant' };
  return undefined;
}

/** Only the invited mailbox learns of an invitation, once it is proven. */
function whyNotTheirs(invitation: Invitation, actor: Actor): Refusal | undefined {
  if (mailboxOf(actor.email ?? '') !== mailboxOf(invitation.email)) return { code: 'not-found' };
  return actor.emailVerified ? undefined : { code: 'forbidden', needs: 'verified-email' };
}

/**
 * The invitation after the invited person said no, for good; said again, it is the same one. Not bound to its end.
 * @throws Refused not-found, forbidden, state-conflict when it was accepted or cancelled
 */
export function declineInvitation(invitation: Invitation, actor: Actor): Invitation {
  refuse(whyNotTheirs(invitation, actor));
  return ended(invitation, 'declined');
}

/**
 * The invitation taken back by the organisers; once more, it is the same one.
 * @throws Refused state-conflict when it was accepted or declined
 */
export function cancelInvitation(invitation: Invitation): Invitation {
  return ended(invitation, 'cancelled');
}

function ended(invitation: Invitation, state: 'declined' | 'cancelled'): Invitation {
  if (invitation.state === state) return invitation;
  if (invitation.state !== 'pending') {
    throw new Refused({ code: 'state-conflict', state: invitation.state });
  }
  return { ...invitation, state, version: invitation.version + 1 };
}

/** The judge who signed the terms of confidentiality. */
export function withSigned(member: Member, confidentiality: SignedTerms): Member {
  return { ...member, confidentiality, version: member.version + 1 };
}

function detailsOf({ phone, taxCode, organisation }: OfficialDetails): OfficialDetails {
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(taxCode === undefined ? {} : { taxCode }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** The member without any right, and with no claim to what was offered until now. */
export function revoke(member: Member, now: string): Member {
  return { ...member, active: false, revokedAt: now, version: member.version + 1 };
}

/** The rights a member has now. */
export function activeRoles(member: Member | undefined): readonly Role[] {
  return member?.active ? member.roles : [];
}
