import { found } from '../../lib/contest/found.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { editionReply } from './edition-reply.ts';

/** Everybody reads the rules and the dates, with the server's clock beside them. */
export const getEdition = endpoint(editionRoutes.getEdition, async ({ path, now, table }) => {
  const facts = await loadEdition(table, path.editionId, '');
  return editionReply(found(facts.edition), found(facts.plan), now);
});
