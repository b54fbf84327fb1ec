import { useQuery } from '@tanstack/preact-query';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { api } from '../api.ts';

/** Where the signed-in person takes part. */
export function useAccount() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await api.call(editionRoutes.getMe, { signal })).body,
  });
}
