import type { Member } from '../../lib/contest/people.ts';
import type { Actor } from '../../lib/contest/standing.ts';

/** Whoever sets an edition up is its first organiser. */
export const firstOrganiser = (editionId: string, { personId, email = '' }: Actor): Member => ({
  editionId,
  personId,
  email,
  name: email,
  roles: ['organiser'],
  active: true,
  version: 1,
});

/** The address by which somebody may be an administrator; one that is not verified proves nothing: anybody could claim it. */
export const provenEmail = ({ email, emailVerified }: Actor): string | undefined =>
  emailVerified ? email : undefined;
