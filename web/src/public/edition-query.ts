import { useQuery } from '@tanstack/preact-query';
import type { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import type { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import { setClock } from '../clock.ts';
import { read } from './read.ts';

/** The edition as everybody may read it; sets the clock by its answer. */
export function useEdition(editionId: string) {
  return useQuery({
    queryKey: ['edition', editionId],
    queryFn: async ({ signal }) => {
      const asked = Date.now();
      const path = `/api/editions/${encodeURIComponent(editionId)}` as const;
      const edition = await read<typeof editionRoutes.getEdition>(path, signal);
      setClock(edition.serverTime, asked, Date.now());
      return edition;
    },
  });
}

/** The published result; a refusal `not-found` before there is one. Not asked for before judging. */
export function useResult(editionId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['result', editionId],
    enabled,
    queryFn: async ({ signal }) =>
      await read<typeof publicationRoutes.getResult>(
        `/api/editions/${encodeURIComponent(editionId)}/result`,
        signal,
      ),
  });
}
