import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import type { publicResult } from '../../../lib/contract/publication-views.ts';

export type PublicResult = z.output<typeof publicResult>;

/**
 * The published file as everybody gets it, or undefined while there is none; asked for every few seconds until it is there.
 * @throws TypeError without a connection
 */
export function usePublishedFile(editionId: string) {
  return useQuery({
    queryKey: ['published-file', editionId],
    queryFn: async ({ signal }): Promise<PublicResult | null> => {
      const address = `/results/${encodeURIComponent(editionId)}/results.json`;
      const response = await fetch(address, { signal, cache: 'no-cache' });
      // What is not there yet may be answered with a page, too.
      const isData = response.headers.get('content-type')?.includes('json') === true;
      return response.ok && isData ? await response.json() : null;
    },
    refetchInterval: ({ state }) => (state.data ? 30_000 : 5000),
  });
}
