import { useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'wouter-preact';

/** Goes on to the desk of an edition that was just set up; who set it up is its first organiser. */
export function useToDesk(): (made: { readonly editionId: string }) => Promise<void> {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return async ({ editionId }) => {
    await queries.invalidateQueries();
    go(`/editions/${editionId}/desk`);
  };
}
