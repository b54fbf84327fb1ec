import { found } from '../../lib/contest/found.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadShownResult } from '../../lib/store/shown-results.ts';
import { resultReply } from './publication-reply.ts';

/** Everybody reads the published result; before the moment it is as if no such edition were. */
export const getResult = endpoint(publicationRoutes.getResult, async ({ path, table }) =>
  resultReply(found(await loadShownResult(table, path.editionId))),
);
