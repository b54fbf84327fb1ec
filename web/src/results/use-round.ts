import { useQuery } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import type { RoundPath } from './use-outcome.ts';

/** How it is asked where a round stands and who is in its panel. */
export const roundQuery = ({ editionId, roundId }: RoundPath) => ({
  queryKey: ['results', editionId, 'round', roundId],
  queryFn: async () =>
    (await api.call(judgingRoutes.getRound, { path: { editionId, roundId } })).body,
});

/** Where a round stands and who is in its panel. */
export const useRound = (path: RoundPath) => useQuery(roundQuery(path));
