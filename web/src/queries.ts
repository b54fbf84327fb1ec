import { QueryClient } from '@tanstack/preact-query';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import { Refusal } from './public/read.ts';
import { isSignedOut } from './signed-out.ts';

/** What was read is kept and shown while it is asked for anew. A "no" of the server is final; a lost connection is not. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !isSignedOut(error) && !isNo(error) && failures < 4,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
    },
    mutations: { retry: false },
  },
});

/**
 * Why something that was asked for cannot be shown; null where it can. Once it was read, a lost connection, a fault and a session
 * that ended take nothing away: what is typed beside it stays. A "no" of the server does.
 */
export const whatHinders = (
  asked: readonly { readonly error: unknown; readonly data: unknown }[],
): unknown =>
  asked.find(({ error, data }) => error !== null && (data === undefined || isNo(error)))?.error ??
  null;

/** What may be other at the next attempt. */
const passing: ReadonlySet<string> = new Set([
  'unauthenticated',
  'too-many-requests',
  'internal-error',
  'unavailable',
]);

/** The server answered that it will not: asking again would change nothing. */
const isNo = (error: unknown): boolean =>
  (error instanceof ProblemError || error instanceof Refusal) && !passing.has(error.code);
