import { problems } from '../contract/problems.ts';
import { remedyOf } from '../contract/remedies.ts';
import type { ApiResult } from './api-event.ts';
import type { ProblemFound } from './problem-of.ts';

/**
 * The answer that tells a problem (RFC 9457). Two answers of one code without facts differ in `requestId` and
 * `serverTime` alone, whose lengths are fixed: nothing tells a hidden thing from a missing one.
 */
export function problemReply(
  { code, facts, headers }: ProblemFound,
  at: { readonly requestId: string; readonly now: string },
): ApiResult {
  const { status, title } = problems[code];
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({
      type: `/problems/${code}`,
      title,
      status,
      detail: remedyOf(code, facts),
      code,
      ...facts,
      requestId: at.requestId,
      serverTime: at.now,
    }),
  };
}
