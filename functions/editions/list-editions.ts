import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listEditions as listPage } from '../../lib/store/editions.ts';

const binding = 'listEditions';

/** Everybody sees all editions, a page at a time. */
export const listEditions = endpoint(editionRoutes.listEditions, async ({ query, table }) => {
  const { limit, cursor } = query;
  const after =
    cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[a-z0-9-]{1,40}$/) };
  const items = await listPage(table, { limit, ...after });
  const last = items.length === limit ? items.at(-1) : undefined;
  return { items: [...items], ...(last ? { next: sealCursor(binding, last.editionId) } : {}) };
});
