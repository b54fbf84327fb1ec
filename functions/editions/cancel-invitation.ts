import { found } from '../../lib/contest/found.ts';
import { activeRoles, cancelInvitation as cancel } from '../../lib/contest/people.ts';
import { peopleRoutes } from '../../lib/contract/people-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { replace } from '../../lib/store/items.ts';
import { invitationItem, loadInvitation } from '../../lib/store/people.ts';

/** An organiser takes an offered role back before it is accepted. */
export const cancelInvitation = endpoint(
  peopleRoutes.cancelInvitation,
  async ({ path, actor, table, admit, save }) => {
    const { editionId, invitationId } = path;
    const facts = await loadInvitation(table, editionId, invitationId, actor);
    found(facts.edition);
    admit({ roles: activeRoles(facts.member) });
    const before = found(facts.invitation);
    const invitation = cancel(before);
    return save({
      changes: invitation === before ? [] : [replace(invitationItem(invitation))],
      reply: invitation,
      subject: `invitation/${editionId}/${invitationId}`,
      detail: { role: invitation.role },
    });
  },
);
