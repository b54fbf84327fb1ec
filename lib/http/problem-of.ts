import { Refused } from '../contest/refusal.ts';
import type { ProblemCode } from '../contract/problems.ts';
import { Contention, LimitExceeded } from '../platform/table.ts';
import { isUnavailable } from './is-unavailable.ts';
import { RequestRefused } from './request-refused.ts';

/** What an error means to the caller. */
export interface ProblemFound {
  readonly code: ProblemCode;
  /** Members of the answer beside those every problem has. */
  readonly facts: { readonly [name: string]: unknown };
  readonly headers: { readonly [name: string]: string };
  /** Ours: it has to be logged with its cause. */
  readonly isFault: boolean;
}

/** Names the problem; whatever nobody foresaw is an `internal-error`. */
export function problemOf(error: unknown): ProblemFound {
  if (error instanceof Refused) {
    const { code, ...facts } = error.refusal;
    return { code, facts, headers: {}, isFault: false };
  }
  if (error instanceof RequestRefused) {
    const { code, errors, headers } = error;
    return { ...found(code, headers), facts: errors.length === 0 ? {} : { errors } };
  }
  if (error instanceof Contention) return found('in-progress', { 'retry-after': '1' });
  if (error instanceof LimitExceeded && isTooLarge(error)) return found('payload-too-large');
  if (isUnavailable(error)) return found('unavailable', { 'retry-after': '2' });
  return found('internal-error');
}

function found(code: ProblemCode, headers: ProblemFound['headers'] = {}): ProblemFound {
  return { code, facts: {}, headers, isFault: code === 'internal-error' || code === 'unavailable' };
}

/** The limits that what a caller sends can reach; all others are ours to keep. */
function isTooLarge({ limit }: LimitExceeded): boolean {
  return limit === 'item-size' || limit === 'transaction-size';
}
