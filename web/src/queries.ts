import { QueryClient } from '@tanstack/preact-query';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import { Refusal } from './public/read.ts';
import { isSignedOut } from './signed-out.ts';

/** What was read is kept and shown while it is asked for anew. A "no" of the server is final; a lost connection is not. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !isRefused(error) && failures < 4,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
    },
    mutations: { retry: false },
  },
});

/** The server answered, or nobody is signed in: asking again would change nothing. */
function isRefused(error: unknown): boolean {
  return error instanceof ProblemError || error instanceof Refusal || isSignedOut(error);
}
