import { useInfiniteQuery } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';

/** The tasks of the signed-in judge, a hundred at a time. */
export function useQueue(editionId: string) {
  return useInfiniteQuery({
    queryKey: ['queue', editionId],
    queryFn: async ({ pageParam }) =>
      (
        await api.call(judgingRoutes.listQueue, {
          path: { editionId },
          query: { limit: '100', ...(pageParam === '' ? {} : { cursor: pageParam }) },
        })
      ).body,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
