import { found } from '../../lib/contest/found.ts';
import { withdrawTeamInvitation as withdraw } from '../../lib/contest/team-invitation.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { replace } from '../../lib/store/items.ts';
import { teamInvitationItem } from '../../lib/store/team-invitations.ts';
import { loadTeamInvitation } from '../../lib/store/teams.ts';

/** The lead takes an invitation back; that is possible at any time. */
export const withdrawTeamInvitation = endpoint(
  teamRoutes.withdrawTeamInvitation,
  async ({ path, actor, table, admit, save }) => {
    const { editionId, entryId, invitationId } = path;
    const act = { editionId, entryId, personId: actor.personId };
    const facts = await loadTeamInvitation(table, act, invitationId);
    found(facts.entry);
    admit(facts.standing);
    const invitation = withdraw(found(facts.invitation));
    return save({
      changes: [replace(teamInvitationItem(invitation))],
      reply: invitation,
      subject: `entry/${editionId}/${entryId}`,
      detail: { invitationId },
    });
  },
);
