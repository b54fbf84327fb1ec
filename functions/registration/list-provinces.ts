import { provincesOf } from '../../lib/contest/provinces.ts';
import { referenceRoutes } from '../../lib/contract/reference-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';

/** Everybody reads which provinces there are. */
export const listProvinces = endpoint(referenceRoutes.listProvinces, async () => {
  const list = await loadCommuneList();
  return { listVersion: list.version, items: [...provincesOf(list)] };
});
