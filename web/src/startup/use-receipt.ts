import { useQuery } from '@tanstack/preact-query';
import { submissionRoutes } from '../../../lib/contract/submission-routes.ts';
import { api } from '../api.ts';
import type { EntryPath } from './use-entry.ts';

/** The signed receipt of what was handed in last. */
export function useReceipt({ editionId, entryId }: EntryPath) {
  return useQuery({
    queryKey: ['receipt-of', entryId],
    queryFn: async () =>
      (await api.call(submissionRoutes.getReceipt, { path: { editionId, entryId } })).body,
  });
}
