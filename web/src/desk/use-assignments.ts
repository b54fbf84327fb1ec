import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { judgingProgressRoutes } from '../../../lib/contract/judging-progress-routes.ts';
import { api } from '../api.ts';
import { everyPage } from './every-page.ts';

/** A task that was given a moment ago is in the list a little later. */
const everyTenSeconds = 10_000;

export type AssignedEntry = z.output<
  typeof judgingProgressRoutes.listAssignments.reply
>['items'][number];

/** Who reads what in a round, looked at anew while it is shown. */
export function useAssignments(path: { readonly editionId: string; readonly roundId: string }) {
  return useQuery({
    queryKey: ['assignments', path.editionId, path.roundId],
    refetchInterval: everyTenSeconds,
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(judgingProgressRoutes.listAssignments, { path, query })).body,
      ),
  });
}
