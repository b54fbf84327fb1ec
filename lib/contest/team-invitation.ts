import { type Mailbox, whyNotOnSide } from './applicants.ts';
import { mailboxOf } from './email.ts';
import type { Entry } from './entry.ts';
import { refuse } from './found.ts';
import type { Member } from './people.ts';
import type { Plan } from './plan.ts';
import type { Refusal } from './refusal.ts';
import type { Actor } from './standing.ts';
import {
  entryRoleOf,
  type TeamFacts,
  type Teammate,
  type TeamRole,
  whyNotChangeTeam,
} from './team.ts';

/** A part in the team, offered to an e-mail address. */
export interface TeamInvitation {
  readonly editionId: string;
  readonly entryId: string;
  readonly invitationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  /** Of the entry, as they were: what the invited person sees of it. */
  readonly code: string;
  readonly title: string;
  readonly invitedBy: string;
  readonly invitedAt: string;
  /** The first instant that is too late. */
  readonly endsAt: string;
  readonly version: number;
}

const invitationDays = 14;
const dayMs = 86_400_000;

/** So many invitations go out for one entry in all: it is no machine to send mail to strangers with. */
const mostInvitations = 100;

/** Whether the invitation can still be accepted. */
export const isOpen = (
  { state, endsAt }: Pick<TeamInvitation, 'state' | 'endsAt'>,
  now: string,
): boolean => state === 'pending' && now < endsAt;

/** The team as it is: accounts beside the lead's, and all invitations there have been. */
export interface Roster {
  readonly teammates: readonly Teammate[];
  readonly invitations: readonly TeamInvitation[];
}

/** What the team is told of its invitations: the open ones, and who said no for as long as they were not asked again. */
export function toldInvitations({ teammates, invitations }: Roster, now: string): TeamInvitation[] {
  const isAnsweredAnew = ({ email, invitedAt }: TeamInvitation) =>
    teammates.some((one) => mailboxOf(one.email) === mailboxOf(email)) ||
    invitations.some(
      (one) => mailboxOf(one.email) === mailboxOf(email) && one.invitedAt > invitedAt,
    );
  return invitations.filter(
    (one) => isOpen(one, now) || (one.state === 'declined' && !isAnsweredAnew(one)),
  );
}

/**
 * An invitation, open for fourteen days.
 * @throws Refused phase-closed, state-conflict, validation-failed, already-exists, limit-reached
 */
export function inviteTeammate(
  facts: TeamFacts & { readonly plan: Plan; readonly roster: Roster },
  offer: Pick<TeamInvitation, 'email' | 'name' | 'role'>,
  made: { readonly invitationId: string; readonly by: Actor },
  now: string,
): TeamInvitation {
  const { entry, plan, roster } = facts;
  refuse(whyNotChangeTeam(facts, now));
  refuse(whyNotInvite(entry, roster, { mailbox: mailboxOf(offer.email), by: made.by, now }));
  refuse(whyNoRoom(plan, roster, now));
  const { editionId, entryId, code, content } = entry;
  return {
    editionId,
    entryId,
    invitationId: made.invitationId,
    ...offer,
    state: 'pending',
    code,
    title: content.title,
    invitedBy: made.by.personId,
    invitedAt: now,
    endsAt: new Date(Date.parse(now) + invitationDays * dayMs).toISOString(),
    version: 1,
  };
}

function whyNotInvite(
  { ownerEmail = '' }: Entry,
  { teammates, invitations }: Roster,
  { mailbox, by, now }: { readonly mailbox: string; readonly by: Actor; readonly now: string },
): Refusal | undefined {
  const isTheirs = ({ email }: { readonly email: string }) => mailboxOf(email) === mailbox;
  if ([ownerEmail, by.email ?? ''].some((email) => isTheirs({ email }))) {
    return { code: 'validation-failed', errors: [{ pointer: '/email', code: 'not-allowed' }] };
  }
  if (teammates.some(isTheirs)) return { code: 'already-exists', what: 'teammate' };
  return invitations.some((one) => isTheirs(one) && isOpen(one, now))
    ? { code: 'already-exists', what: 'team-invitation' }
    : undefined;
}

/** The lead counts, and so does an offer that may still be taken. */
function whyNoRoom(
  { limits: { teamSize } }: Plan,
  { teammates, invitations }: Roster,
  now: string,
): Refusal | undefined {
  const open = invitations.filter((one) => isOpen(one, now)).length;
  if (1 + teammates.length + open >= teamSize) {
    return { code: 'limit-reached', limit: 'teamSize', allowed: teamSize };
  }
  return invitations.length >= mostInvitations
    ? { code: 'limit-reached', limit: 'teamInvitations', allowed: mostInvitations }
    : undefined;
}

/** What the acceptance of an invitation is decided on, beside the entry. */
export interface Invited extends TeamFacts {
  readonly invitation: TeamInvitation;
  readonly member: Member | undefined;
  /** The caller's proven one. */
  readonly mailbox: Mailbox | undefined;
  readonly teammate: Teammate | undefined;
}

/**
 * The teammate and the used invitation after the invited person said yes. The address must be the token's own and verified;
 * an official of the edition can be in no team of it, nor can one who was (conflict of interest).
 * @throws Refused not-found, forbidden, state-conflict, invitation-expired, conflict-of-interest, phase-closed
 */
export function acceptTeamInvitation(
  facts: Invited,
  actor: Actor,
  now: string,
): { teammate: Teammate; invitation: TeamInvitation } {
  refuse(whyNotTheirs(facts, actor, now) ?? whyNotChangeTeam(facts, now));
  const { invitation } = facts;
  const { editionId, entryId, email, name, role } = invitation;
  const { personId } = actor;
  return {
    teammate: { editionId, entryId, personId, email, name, role, joinedAt: now, version: 1 },
    invitation: { ...invitation, state: 'accepted', version: invitation.version + 1 },
  };
}

function whyNotTheirs(
  { entry, invitation, member, mailbox, teammate }: Invited,
  actor: Actor,
  now: string,
): Refusal | undefined {
  const refusal = whyNotInvited(invitation, actor);
  if (refusal) return refusal;
  if (invitation.state !== 'pending') return { code: 'state-conflict', state: invitation.state };
  if (now >= invitation.endsAt) {
    return { code: 'invitation-expired', expiredAt: invitation.endsAt };
  }
  if (member) return { code: 'conflict-of-interest', because: 'also-official' };
  const isInTeam = entryRoleOf(entry, teammate, actor.personId) !== undefined;
  return (
    whyNotOnSide(mailbox, 'applicant') ??
    (isInTeam ? { code: 'state-conflict', state: 'in-team' } : undefined)
  );
}

/** The invitation taken back, so that nobody can accept it. @throws Refused state-conflict when it was used or taken back */
export function withdrawTeamInvitation(invitation: TeamInvitation): TeamInvitation {
  const { state, version } = invitation;
  refuse(state === 'pending' ? undefined : { code: 'state-conflict', state });
  return { ...invitation, state: 'withdrawn', version: version + 1 };
}

/**
 * The invitation after the invited person said no, for good; said again, it is the same one. Bound neither to its end nor
 * to the entry. @throws Refused not-found, forbidden, state-conflict when it was accepted or taken back
 */
export function declineTeamInvitation(invitation: TeamInvitation, actor: Actor): TeamInvitation {
  refuse(whyNotInvited(invitation, actor));
  const { state, version } = invitation;
  if (state === 'declined') return invitation;
  refuse(state === 'pending' ? undefined : { code: 'state-conflict', state });
  return { ...invitation, state: 'declined', version: version + 1 };
}

/** Only the invited mailbox learns of an invitation, once it is proven. */
function whyNotInvited(
  invitation: TeamInvitation,
  { email = '', emailVerified }: Actor,
): Refusal | undefined {
  if (mailboxOf(email) !== mailboxOf(invitation.email)) return { code: 'not-found' };
  return emailVerified ? undefined : { code: 'forbidden', needs: 'verified-email' };
}
