import type { Ownership } from './applicants.ts';
import type { Entry } from './entry.ts';
import { refuse } from './found.ts';
import type { Plan } from './plan.ts';
import { Refused } from './refusal.ts';
import type { Actor } from './standing.ts';
import { type TeamFacts, type Teammate, type TeamRole, whyNotChangeTeam } from './team.ts';

/** The teammate in another role. @throws Refused phase-closed, state-conflict */
export function changeTeammate(
  facts: TeamFacts & { readonly teammate: Teammate },
  role: TeamRole,
  now: string,
): Teammate {
  refuse(whyNotChangeTeam(facts, now));
  const { teammate } = facts;
  return { ...teammate, role, version: teammate.version + 1 };
}

/**
 * Refuses to take somebody out of the team: only the lead takes others out, and the lead goes by handing over. It may be done
 * at any time, since who should read an entry no longer must not go on reading it because a deadline has passed.
 * @throws Refused forbidden, state-conflict
 */
export function requireRemovable(entry: Entry, actor: Actor, personId: string): void {
  if (entry.ownerId !== actor.personId && actor.personId !== personId) {
    throw new Refused({ code: 'forbidden', needs: 'owner' });
  }
  if (entry.ownerId === personId) throw new Refused({ code: 'state-conflict', state: 'lead' });
}

/**
 * The entry under the teammate's lead, and its lead until now as an editor.
 * @throws Refused phase-closed, state-conflict, limit-reached, forbidden when the present lead has no verified address
 */
export function handOverLead(
  facts: TeamFacts & {
    readonly plan: Plan;
    readonly teammate: Teammate;
    /** What the new lead takes part with. */
    readonly ownership: Ownership;
  },
  actor: Actor,
  now: string,
): { entry: Entry; editor: Teammate } {
  refuse(whyNotChangeTeam(facts, now));
  const { entry, plan, teammate, ownership } = facts;
  const allowed = plan.limits.entriesPerApplicant;
  if (ownership.entryIds.length >= allowed) {
    throw new Refused({ code: 'limit-reached', limit: 'entriesPerApplicant', allowed });
  }
  const email = actor.emailVerified ? actor.email : entry.ownerEmail;
  if (email === undefined) throw new Refused({ code: 'forbidden', needs: 'verified-email' });
  const { editionId, entryId, version } = entry;
  return {
    entry: {
      ...entry,
      ownerId: teammate.personId,
      ownerEmail: teammate.email,
      version: version + 1,
    },
    editor: {
      editionId,
      entryId,
      personId: actor.personId,
      email,
      name: leadName(entry) ?? email,
      role: 'editor',
      joinedAt: now,
      version: 1,
    },
  };
}

/** How the entry itself names its lead; undefined while it names nobody. */
export const leadName = ({ content: { members, applicant } }: Entry): string | undefined =>
  members.find(({ role }) => role === 'lead')?.name ?? applicant?.name;
