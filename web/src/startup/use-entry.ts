import { useQuery } from '@tanstack/preact-query';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';

export interface EntryPath {
  readonly editionId: string;
  readonly entryId: string;
}

/** An entry as its team sees it, with the ETag that a change of it has to name. */
export function useEntry(path: EntryPath) {
  return useQuery({
    queryKey: ['entry', path.entryId],
    queryFn: async ({ signal }) => {
      const { body, etag = '' } = await api.call(registrationRoutes.getEntry, {
        path: { editionId: path.editionId, entryId: path.entryId },
        signal,
      });
      return { entry: body, etag };
    },
  });
}

/** The entry with its ETag. */
export type KeptEntry = NonNullable<ReturnType<typeof useEntry>['data']>;
