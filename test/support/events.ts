import { randomUUID } from 'node:crypto';
import type { Route } from '../../lib/contract/route.ts';
import { isWrite, routeKey } from '../../lib/contract/route.ts';
import type { ApiEvent, Claims } from '../../lib/http/api-event.ts';

export interface EventParts {
  /** Path parameters, decoded. */
  readonly path?: { readonly [name: string]: string };
  /** Names and values, or the raw text after the question mark. */
  readonly query?: { readonly [name: string]: string } | string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`; bytes go in base64 as a gateway does. */
  readonly rawBody?: string | Uint8Array;
  /** Claims of the verified token; none: nobody is signed in. */
  readonly claims?: Claims;
  /** On top of the defaults; `undefined` takes a default away. */
  readonly headers?: { readonly [name: string]: string | undefined };
  /** Time of receipt, ISO. Default: 2026-05-04T03:00:00.000Z. */
  readonly at?: string;
  readonly requestId?: string;
}

let requests = 0;

/** The claims of a signed-in person, as API Gateway hands them on. */
export const claimsOf = (personId: string, more: Claims = {}): Claims => ({
  sub: personId,
  token_use: 'access',
  ...more,
});

/**
 * An API Gateway HTTP API event of payload format 2.0 for this route. A write gets a fresh Idempotency-Key, a body its
 * content type, unless `headers` says otherwise.
 */
export function apiEvent(route: Pick<Route, 'method' | 'path'>, parts: EventParts = {}): ApiEvent {
  const path = parts.path ?? {};
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  requests += 1;
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath,
    rawQueryString: rawQuery(parts.query),
    headers: headersOf(route, parts),
    pathParameters: path,
    ...bodyOf(parts),
    requestContext: {
      requestId: parts.requestId ?? `request-${String(requests).padStart(8, '0')}`,
      timeEpoch: Date.parse(parts.at ?? '2026-05-04T03:00:00.000Z'),
      http: { method: route.method, path: rawPath, sourceIp: '127.0.0.1' },
      ...(parts.claims === undefined ? {} : { authorizer: { jwt: { claims: parts.claims } } }),
    },
  };
}

function rawQuery(query: EventParts['query']): string {
  if (typeof query === 'string') return query;
  return new URLSearchParams(query ?? {}).toString();
}

function headersOf(route: Pick<Route, 'method'>, parts: EventParts): ApiEvent['headers'] {
  const hasBody = parts.body !== undefined || parts.rawBody !== undefined;
  return {
    host: 'contest.example.vn',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(isWrite(route) ? { 'idempotency-key': randomUUID() } : {}),
    ...parts.headers,
  };
}

function bodyOf(parts: EventParts): Pick<ApiEvent, 'isBase64Encoded'> & { body?: string } {
  if (parts.rawBody instanceof Uint8Array) {
    return { body: Buffer.from(parts.rawBody).toString('base64'), isBase64Encoded: true };
  }
  if (parts.rawBody !== undefined) return { body: parts.rawBody, isBase64Encoded: false };
  if (parts.body === undefined) return { isBase64Encoded: false };
  return { body: JSON.stringify(parts.body), isBase64Encoded: false };
}
