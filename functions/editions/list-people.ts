import { found } from '../../lib/contest/found.ts';
import { activeRoles } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listPeoplePage } from '../../lib/store/people.ts';
import { memberReply } from './member-reply.ts';

/** The officials of an edition, a page at a time. */
export const listPeople = endpoint(
  editionRoutes.listPeople,
  async ({ path, query, actor, table, admit }) => {
    const binding = `listPeople ${path.editionId} ${actor.personId}`;
    const { limit, cursor } = query;
    const after =
      cursor === undefined
        ? {}
        : { after: openCursor(binding, cursor, /^[\x21\x22\x24-\x7e]{1,128}$/) };
    const page = await listPeoplePage(table, path.editionId, actor.personId, { limit, ...after });
    found(page.edition);
    admit({ roles: activeRoles(page.caller) });
    const last = page.members.length === limit ? page.members.at(-1) : undefined;
    return {
      items: page.members.map(memberReply),
      ...(last ? { next: sealCursor(binding, last.personId) } : {}),
    };
  },
);
