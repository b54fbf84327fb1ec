import { type Edition, whyNotBeforeJudging } from './edition.ts';
import type { Entry } from './entry.ts';
import { openingOf, whyNotEdit } from './entry-window.ts';
import type { Refusal } from './refusal.ts';
import type { EntryRole } from './standing.ts';

/** A part in a team beside its lead. */
export type TeamRole = Exclude<EntryRole, 'lead'>;

/** Somebody who works on an entry, or reads it, with an account of their own. The lead is the entry's owner and not one of these. */
export interface Teammate {
  readonly editionId: string;
  readonly entryId: string;
  readonly personId: string;
  /** Verified. */
  readonly email: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly joinedAt: string;
  readonly version: number;
}

/** What somebody is in the team of an entry; undefined for all others. */
export function entryRoleOf(
  entry: { readonly ownerId: string } | undefined,
  teammate: Teammate | undefined,
  personId: string,
): EntryRole | undefined {
  return entry?.ownerId === personId ? 'lead' : teammate?.role;
}

/** What a change of the team is decided on. */
export interface TeamFacts {
  readonly edition: Edition;
  readonly entry: Entry;
}

/**
 * Whether somebody may join, or be given another role, now: as long as the whole entry may be worked on. A supplement
 * opens parts of the content and not the team.
 */
export function whyNotChangeTeam({ edition, entry }: TeamFacts, now: string): Refusal | undefined {
  const opening = openingOf(edition, entry, now);
  if (opening === 'submissions' || opening === 'late') return undefined;
  const { opensAt, closesAt } = edition;
  const closed: Refusal = { code: 'phase-closed', receivedAt: now, opensAt, closesAt };
  return whyNotEdit(edition, entry, now) ?? whyNotBeforeJudging(edition) ?? closed;
}
