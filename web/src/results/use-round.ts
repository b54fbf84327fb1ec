import { useQuery } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import type { RoundPath } from './use-outcome.ts';

/** Where a round stands and who is in its panel. */
export function useRound({ editionId, roundId }: RoundPath) {
  return useQuery({
    queryKey: ['results', editionId, 'round', roundId],
    queryFn: async () =>
      (await api.call(judgingRoutes.getRound, { path: { editionId, roundId } })).body,
  });
}
