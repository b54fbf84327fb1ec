import { found } from '../../lib/contest/found.ts';
import { planRoutes } from '../../lib/contract/plan-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listPlanVersions as listPage } from '../../lib/store/plans.ts';
import { planVersionReply } from './plan-version-reply.ts';

/** Everybody reads how the rules came to be what they are, the newest version first, a page at a time. */
export const listPlanVersions = endpoint(
  planRoutes.listPlanVersions,
  async ({ path, query, table }) => {
    const { editionId } = path;
    const { limit, cursor } = query;
    const binding = `listPlanVersions ${editionId}`;
    const after =
      cursor === undefined ? {} : { after: Number(openCursor(binding, cursor, /^[1-9]\d{0,3}$/)) };
    const versions = await listPage(table, editionId, { limit, ...after });
    // An edition has its version 1 for ever, and no cursor leads past it: no version, no edition.
    const { planVersion } = found(versions.at(-1));
    return {
      items: versions.map(planVersionReply),
      ...(planVersion > 1 ? { next: sealCursor(binding, String(planVersion)) } : {}),
    };
  },
);
