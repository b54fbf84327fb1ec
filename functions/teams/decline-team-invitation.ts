import { found } from '../../lib/contest/found.ts';
import { declineTeamInvitation as decline } from '../../lib/contest/team-invitation.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { replace } from '../../lib/store/items.ts';
import { teamInvitationItem } from '../../lib/store/team-invitations.ts';
import { loadTeamInvitation } from '../../lib/store/teams.ts';

/** The invited person says no, and is asked no longer; the lead sees that they did. */
export const declineTeamInvitation = endpoint(
  teamRoutes.declineTeamInvitation,
  async ({ path, actor, table, save }) => {
    const { editionId, entryId, invitationId } = path;
    const act = { editionId, entryId, personId: actor.personId };
    const facts = await loadTeamInvitation(table, act, invitationId);
    const before = found(facts.invitation);
    const invitation = decline(before, actor);
    return save({
      changes: invitation === before ? [] : [replace(teamInvitationItem(invitation))],
      reply: invitation,
      subject: `entry/${editionId}/${entryId}`,
      detail: { role: invitation.role },
    });
  },
);
