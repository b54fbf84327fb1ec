import type { Route } from '../contract/route.ts';
import type { ApiResult } from './api-event.ts';

/** A success as it goes out: the body is text already, so that a repeated one is the same to the byte. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** `"7"`: the version in the body, where the route has an ETag. */
  readonly etag?: string;
  readonly replayed?: true;
}

/**
 * Puts a reply through its schema, which drops every field it does not declare: no audience gets more than its view.
 * @throws Error a fault of ours: the reply does not fit
 */
export function answerOf(route: Route, reply: unknown): Answer {
  const result = route.reply.safeParse(reply);
  if (!result.success) {
    throw new Error(`the reply of ${route.operation} does not fit its schema`, {
      cause: result.error,
    });
  }
  const answer = { status: route.success, body: JSON.stringify(result.data) };
  return route.etag === true ? { ...answer, etag: etagOf(route, result.data) } : answer;
}

/** The answer an act had the first time. */
export function repeatedAnswer(route: Route, first: { status: number; body: string }): Answer {
  const { status, body } = first;
  const answer = { status, body, replayed: true } as const;
  return route.etag === true ? { ...answer, etag: etagOf(route, JSON.parse(body)) } : answer;
}

/** What the gateway sends for it, in payload format 2.0. */
export function successReply({ status, body, etag, replayed }: Answer): ApiResult {
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(etag === undefined ? {} : { etag }),
      ...(replayed === undefined ? {} : { 'idempotency-replayed': 'true' }),
    },
    body,
  };
}

function etagOf({ operation }: Route, reply: unknown): string {
  if (typeof reply === 'object' && reply !== null && 'version' in reply) {
    if (typeof reply.version === 'number') return `"${reply.version}"`;
  }
  throw new Error(`the reply of ${operation} has no version for its ETag`);
}
