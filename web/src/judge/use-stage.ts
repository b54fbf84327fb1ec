import { useQuery } from '@tanstack/preact-query';
import { judgingStageRoutes } from '../../../lib/contract/judging-stage-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { setClock } from '../clock.ts';

/** Often enough to follow a pitch; asked only while the page is looked at. */
const every = 3000;

/** Who is on stage, asked again and again; null until the running order is drawn. Sets the clock by each answer. */
export function useStage(path: { readonly editionId: string; readonly roundId: string }) {
  return useQuery({
    queryKey: ['stage', path.editionId, path.roundId],
    queryFn: async ({ signal }) => {
      const asked = Date.now();
      try {
        const { editionId, roundId } = path;
        const { body } = await api.call(judgingStageRoutes.getStage, {
          path: { editionId, roundId },
          signal,
        });
        setClock(body.now, asked, Date.now());
        return body;
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'not-found') return null;
        throw error;
      }
    },
    refetchInterval: every,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    retry: false,
  });
}
