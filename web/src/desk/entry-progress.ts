import { judgingProgressRoutes } from '../../../lib/contract/judging-progress-routes.ts';
import { api } from '../api.ts';
import { everyPage } from './every-page.ts';

/** How many sheets of each entry of a round are in, wanted and missing. */
export const entryProgressQuery = (path: {
  readonly editionId: string;
  readonly roundId: string;
}) => ({
  queryKey: ['entry-progress', path.editionId, path.roundId],
  queryFn: async () =>
    await everyPage(
      async (query) =>
        (await api.call(judgingProgressRoutes.listEntryProgress, { path, query })).body,
    ),
});
