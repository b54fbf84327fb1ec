import { routes } from '../../lib/contract/routes.ts';
import type { World } from './world.ts';
import type { Person } from './world-callers.ts';
import { people } from './world-people.ts';

/** An invitation into the team of an entry, by its lead. */
export async function invitedTo(
  world: World,
  entryId: string,
  one: Person,
  { role = 'editor' as 'editor' | 'viewer', lead = people.applicant1 as Person } = {},
): Promise<string> {
  const body = { email: one.email, name: one.personId, role };
  const said = { path: { entryId }, body };
  return (await world.as(lead).reply(routes.inviteTeammate, said)).invitationId;
}

/** Invites somebody into the team of an entry and lets them accept. */
export async function joinTeam(
  world: World,
  entryId: string,
  one: Person,
  options: { readonly role?: 'editor' | 'viewer'; readonly lead?: Person } = {},
): Promise<void> {
  const invitationId = await invitedTo(world, entryId, one, options);
  await world.as(one).reply(routes.acceptTeamInvitation, { path: { entryId, invitationId } });
}
