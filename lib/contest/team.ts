import type { EntryRole } from './standing.ts';

/** Somebody who works on an entry, or reads it, with an account of their own. The lead is the entry's owner and not one of these. */
export interface Teammate {
  readonly editionId: string;
  readonly entryId: string;
  readonly personId: string;
  /** Verified. */
  readonly email: string;
  readonly name: string;
  readonly role: Exclude<EntryRole, 'lead'>;
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
