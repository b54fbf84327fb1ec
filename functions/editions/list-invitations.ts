import { found } from '../../lib/contest/found.ts';
import { activeRoles } from '../../lib/contest/people.ts';
import { peopleRoutes } from '../../lib/contract/people-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listInvitationsPage } from '../../lib/store/people.ts';

/** Who was offered a role in an edition, and what they said; a page at a time, the oldest first. */
export const listInvitations = endpoint(
  peopleRoutes.listInvitations,
  async ({ path, query, actor, table, admit }) => {
    const binding = `listInvitations ${path.editionId} ${actor.personId}`;
    const { limit, cursor } = query;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const page = await listInvitationsPage(table, path.editionId, actor.personId, {
      limit,
      ...after,
    });
    found(page.edition);
    admit({ roles: activeRoles(page.caller) });
    const last = page.invitations.length === limit ? page.invitations.at(-1) : undefined;
    return {
      items: [...page.invitations],
      ...(last ? { next: sealCursor(binding, last.invitationId) } : {}),
    };
  },
);
