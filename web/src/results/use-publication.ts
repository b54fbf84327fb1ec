import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import type { publicationState } from '../../../lib/contract/publication-views.ts';
import { api } from '../api.ts';
import type { DeskFacts } from '../desk/desk.tsx';
import type { Names } from '../desk/use-names.ts';
import type { Preview } from './use-outcome.ts';

export type Publication = z.output<typeof publicationState>;

/** What each step of the publication needs. */
export interface PublicationFacts {
  readonly desk: DeskFacts;
  readonly state: Publication;
  /** Of the last round; absent before it is closed. */
  readonly preview: Preview | undefined;
  readonly names: Names;
}

/** How far the result is; asked again while it waits for its instant. */
export function usePublication(editionId: string) {
  return useQuery({
    queryKey: ['results', editionId, 'publication'],
    queryFn: async () =>
      (await api.call(publicationRoutes.getPublication, { path: { editionId } })).body,
    refetchInterval: ({ state }) => (state.data?.step === 'planned' ? 5000 : false),
  });
}
