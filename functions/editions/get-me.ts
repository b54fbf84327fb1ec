import type { Ownership } from '../../lib/contest/applicants.ts';
import { isOpen } from '../../lib/contest/team-invitation.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadParticipation } from '../../lib/store/people.ts';

/** Where the caller takes part: what a page shows after sign-in. */
export const getMe = endpoint(editionRoutes.getMe, async ({ actor, now, table }) => {
  const email = actor.emailVerified ? actor.email : undefined;
  const taking = await loadParticipation(table, actor.personId, email);
  return {
    personId: actor.personId,
    ...(actor.email === undefined ? {} : { email: actor.email }),
    administrator: taking.administrator,
    memberships: taking.members
      .filter(({ active }) => active)
      .map(({ editionId, roles }) => ({ editionId, roles: [...roles] })),
    entries: taking.ownerships.flatMap(entriesOf),
    invitations: taking.invitations.filter(
      ({ state, endsAt }) => state === 'pending' && now < endsAt,
    ),
    teamInvitations: taking.teamInvitations.filter((invitation) => isOpen(invitation, now)),
  };
});

/** What they lead, then what they have a part in. */
const entriesOf = ({ editionId, entryIds, withdrawnIds, shared }: Ownership) => [
  ...[...entryIds, ...withdrawnIds].map((entryId) => ({
    editionId,
    entryId,
    role: 'lead' as const,
  })),
  ...shared.map((share) => ({ editionId, ...share })),
];
