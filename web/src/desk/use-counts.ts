import { useQuery } from '@tanstack/preact-query';
import { listRoutes } from '../../../lib/contract/list-routes.ts';
import { api } from '../api.ts';

/** How many entries there are of what. */
export function useCounts(editionId: string) {
  return useQuery({
    queryKey: ['entry-counts', editionId],
    queryFn: async () => (await api.call(listRoutes.countEntries, { path: { editionId } })).body,
  });
}
