import { found } from '../../lib/contest/found.ts';
import { declineInvitation as decline } from '../../lib/contest/people.ts';
import { peopleRoutes } from '../../lib/contract/people-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { replace } from '../../lib/store/items.ts';
import { invitationItem, loadInvitation } from '../../lib/store/people.ts';

/** The invited person says no, and is asked no longer. */
export const declineInvitation = endpoint(
  peopleRoutes.declineInvitation,
  async ({ path, actor, table, save }) => {
    const { editionId, invitationId } = path;
    const facts = await loadInvitation(table, editionId, invitationId, actor);
    const before = found(facts.invitation);
    const invitation = decline(before, actor);
    return save({
      changes: invitation === before ? [] : [replace(invitationItem(invitation))],
      reply: invitation,
      subject: `invitation/${editionId}/${invitationId}`,
      detail: { role: invitation.role },
    });
  },
);
