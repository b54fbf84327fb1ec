import type * as z from 'zod';
import { Refused } from '../contest/refusal.ts';
import type { Actor } from '../contest/standing.ts';
import type { KeyedAct } from '../store/idempotency.ts';
import { actorOf, nobody } from './actor.ts';
import type { ApiEvent } from './api-event.ts';
import type { Exchange } from './exchange.ts';
import { fieldErrors } from './field-errors.ts';
import { parseBody } from './parse-body.ts';
import { guardHeaders, idempotencyKeyOf, ifMatchOf } from './parse-headers.ts';
import { parseQuery, refuseParameters, requireKnown } from './parse-query.ts';
import { requestHash } from './request-hash.ts';
import { RequestRefused } from './request-refused.ts';
import type { WiredEndpoint } from './wire-endpoint.ts';

/** A request as new, checked values; the event stays as it came. */
export interface ParsedRequest {
  readonly actor: Actor;
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** 0 where the route does not ask for If-Match. */
  readonly ifMatch: number;
  /** Of a write: which act of whom this is. */
  readonly act?: KeyedAct;
  /** Of what was asked, for telling one request from another under the same key. */
  readonly hash: () => string;
}

/**
 * Checks everything that can be checked without a read: who calls first, so that a stranger learns nothing of the shape.
 * @throws RequestRefused
 * @throws Refused validation-failed, precondition-failed
 */
export function parseRequest(wired: WiredEndpoint, exchange: Exchange): ParsedRequest {
  const { route } = wired;
  const { event } = exchange;
  guardHeaders(event.headers, route.method);
  const asked = parseQuery(event.rawQueryString);
  // Even where the token would have been refused anyway: it is in somebody's log by now, and has to be changed.
  if (Object.hasOwn(asked, 'access_token')) requireKnown({ access_token: '' }, new Set());
  const actor = wired.isPublic ? nobody : actorOf(event);
  if (actor.personId !== '') exchange.notes.personId = actor.personId;
  requireKnown(asked, wired.queryNames);
  const names = event.pathParameters ?? {};
  const path = parsePath(route.params, names);
  const query = parsed(route.query, asked, '/query');
  const key = wired.isWrite ? idempotencyKeyOf(event.headers) : undefined;
  const ifMatch = route.ifMatch === true ? ifMatchOf(event.headers) : 0;
  const body = checkedBody(route.body, parseBody(event, wired.body));
  const { operation } = route;
  return {
    actor,
    path,
    query,
    body,
    ifMatch,
    ...(key === undefined ? {} : { act: { personId: actor.personId, operation, key } }),
    hash: () => requestHash({ operation, path, query, body }),
  };
}

/** RFC 3986 `pchar` without escapes: no `/`, `%`, `#`, NUL or non-ASCII, which could reach into a key. */
const SEGMENT = /^[A-Za-z0-9._~!$&'()*+,;=:@-]{1,256}$/;

function parsePath(schema: z.ZodType, names: NonNullable<ApiEvent['pathParameters']>): unknown {
  for (const name in names) {
    const value = names[name] ?? '';
    if (!SEGMENT.test(value) || value === '.' || value === '..') {
      const errors = [{ pointer: `/path/${name}`, code: 'wrong-format' }];
      throw new RequestRefused('invalid-parameter', { errors });
    }
  }
  return parsed(schema, names, '/path');
}

function parsed(schema: z.ZodType, value: unknown, base: '/path' | '/query'): unknown {
  const result = schema.safeParse(value);
  return result.success ? result.data : refuseParameters(result.error, value, base);
}

function checkedBody(schema: z.ZodType, sent: unknown): unknown {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  throw new Refused({ code: 'validation-failed', errors: fieldErrors(result.error, sent) });
}
