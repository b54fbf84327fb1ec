import { found } from '../../lib/contest/found.ts';
import { communesOf, provinceOf } from '../../lib/contest/provinces.ts';
import { referenceRoutes } from '../../lib/contract/reference-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';

/** Everybody reads which communes a province has. */
export const listCommunes = endpoint(referenceRoutes.listCommunes, async ({ path }) => {
  const { provinceCode } = path;
  const list = await loadCommuneList();
  return {
    listVersion: list.version,
    province: found(provinceOf(list, provinceCode)),
    items: [...communesOf(list, provinceCode)],
  };
});
