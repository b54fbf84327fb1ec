import type { ServerResponse } from 'node:http';
import type { ProblemCode } from '../../contract/problems.ts';
import { problemReply } from '../../http/problem-reply.ts';

/** Said with every answer of the gateway's own; the functions say the same and more. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export interface ProblemContext {
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly headers?: { readonly [name: string]: string };
}

/** Answers with a problem (RFC 9457) of the gateway's own: the call did not reach a function, or got no answer from it. */
export function sendProblem(
  response: ServerResponse,
  code: ProblemCode,
  { requestId, now, headers = {} }: ProblemContext,
): void {
  const found = { code, facts: {}, headers, isFault: false };
  const reply = problemReply(found, { requestId, now: new Date(now).toISOString() });
  response.writeHead(reply.statusCode, {
    ...HEADERS,
    ...reply.headers,
    'content-length': Buffer.byteLength(reply.body),
    'x-request-id': requestId,
  });
  response.end(reply.body);
}
