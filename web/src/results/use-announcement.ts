import { useQuery } from '@tanstack/preact-query';
import type { announcementRoutes } from '../../../lib/contract/announcement-routes.ts';
import { read } from '../public/read.ts';
import type { PublicResult } from './use-published-file.ts';

/** A tap on the phone is on the screen before anybody wonders; asked only while the page is looked at. */
const every = 1500;

/** Where the answers are kept, also for whoever leads. */
export const announcementKey = (editionId: string) => ['announcement', editionId];

/** How far an organiser's phone has led the announcement of this result; undefined without a connection. */
export function useAnnouncement({ editionId, resultVersion }: PublicResult) {
  const { data, error } = useQuery({
    queryKey: announcementKey(editionId),
    queryFn: async ({ signal }) =>
      await read<typeof announcementRoutes.getAnnouncement>(
        `/api/editions/${encodeURIComponent(editionId)}/announcement`,
        signal,
      ),
    refetchInterval: every,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    retry: false,
  });
  // The file may be a moment behind a correction, or ahead of the last answer.
  return { error, led: data?.resultVersion === resultVersion ? data : undefined };
}
