import { found } from '../../lib/contest/found.ts';
import { resultRoutes } from '../../lib/contract/result-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadResult } from '../../lib/store/outcomes.ts';

/** Everybody reads the published result; before the moment it is as if no such edition were. */
export const getResult = endpoint(resultRoutes.getResult, async ({ path, table }) => {
  const result = found(await loadResult(table, path.editionId));
  return { ...result, awards: [...result.awards] };
});
