import type { Role } from './refusal.ts';

/** Who is calling: what the verified token proves, and nothing more. */
export interface Actor {
  /** The token's `sub`. */
  readonly personId: string;
  readonly email?: string;
  readonly emailVerified: boolean;
}

/** What the caller is to the thing at hand, read from the table in the call's one read. */
export interface Standing {
  /** Active roles in the edition. */
  readonly roles: readonly Role[];
  /** Owns the entry in question. */
  readonly owner?: boolean;
  readonly administrator?: boolean;
}
