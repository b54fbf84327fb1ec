import type { Role } from './refusal.ts';

/** Who is calling: what the verified token proves, and nothing more. */
export interface Actor {
  /** The token's `sub`. */
  readonly personId: string;
  readonly email?: string;
  readonly emailVerified: boolean;
}

/** The lead owns the entry; an editor works on it as well; a viewer reads it. */
export type EntryRole = 'lead' | 'editor' | 'viewer';

/** What the caller is to the thing at hand, read from the table in the call's one read. */
export interface Standing {
  /** Active roles in the edition. */
  readonly roles: readonly Role[];
  /** In the team of the entry in question. */
  readonly entryRole?: EntryRole;
  readonly administrator?: boolean;
}
