import { useQuery } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';

export interface TaskPath {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
}

/** The stored score sheet of the judge, with the ETag that a change of it has to name. */
export function useSheet(path: TaskPath) {
  return useQuery({
    queryKey: ['sheet', path.roundId, path.entryId],
    queryFn: async () => {
      const { body, etag = '' } = await api.call(judgingRoutes.getScoreSheet, {
        path: { ...path },
      });
      return { sheet: body, etag };
    },
    refetchOnWindowFocus: false,
  });
}

/** The sheet with its ETag. */
export type KeptSheet = NonNullable<ReturnType<typeof useSheet>['data']>;
