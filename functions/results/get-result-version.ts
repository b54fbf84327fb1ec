import { found } from '../../lib/contest/found.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadShownResult } from '../../lib/store/shown-results.ts';
import { resultReply } from './publication-reply.ts';

/** Everybody reads any version of the published result, also one that another has replaced. */
export const getResultVersion = endpoint(
  publicationRoutes.getResultVersion,
  async ({ path, table }) =>
    resultReply(found(await loadShownResult(table, path.editionId, path.resultVersion))),
);
