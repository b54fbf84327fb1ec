import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import type { publicResult } from '../../../lib/contract/publication-views.ts';
import { Refusal } from '../public/read.ts';

export type PublicResult = z.output<typeof publicResult>;

/** A store that may not be listed answers 403 for what is not in it. */
const notThere = [403, 404];

/**
 * The published file as everybody gets it, or null while there is none; asked for every few seconds until it is there. Once
 * read it stays: a result that is taken back says so in its file, one that is not found is a network's own page.
 * @throws Refusal where the server fails, TypeError without a connection
 */
export function usePublishedFile(editionId: string) {
  return useQuery({
    queryKey: ['published-file', editionId],
    queryFn: async ({ signal, client, queryKey }): Promise<PublicResult | null> => {
      const address = `/results/${encodeURIComponent(editionId)}/results.json`;
      const response = await fetch(address, { signal, cache: 'no-cache' });
      // What is not there yet may be answered with a page, too.
      const isData = response.headers.get('content-type')?.includes('json') === true;
      if (response.ok && isData) return await response.json();
      if (!response.ok && !notThere.includes(response.status)) throw new Refusal('unavailable');
      return client.getQueryData<PublicResult | null>(queryKey) ?? null;
    },
    refetchInterval: ({ state }) => (state.data ? 30_000 : 5000),
  });
}
