import * as z from 'zod';
import { problemDocument } from './problem-document.ts';
import { ProblemError } from './problem-error.ts';
import { isPublic, isWrite, type Route } from './route.ts';
import { UnexpectedReply } from './unexpected-reply.ts';

export interface ClientOptions {
  /** Where the system is: `https://contest.example.vn`; empty for a page of the same origin. */
  readonly origin: string;
  /** Asked anew for each call of a route that is not public. */
  readonly token?: () => Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
  /** How long to wait before the second and the third attempt, in milliseconds. */
  readonly retryDelays?: readonly [number, number];
}

/** What a call of a route takes: only what the route declares, and what it needs is needed. */
export type CallArguments<R extends Route> = Wanted<'path', z.input<R['params']>> &
  Wanted<'query', z.input<R['query']>> &
  Wanted<'body', z.input<R['body']>> & {
    /** The `etag` of the answer that the change is based on. */
    readonly ifMatch?: string;
    /** Unless given, each call of a write is a new act with a key of its own. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** A type that an absent value fits. */
type Nothing = Record<never, never>;

type Wanted<Name extends string, T> = undefined extends T
  ? { readonly [name in Name]?: undefined }
  : Nothing extends T
    ? { readonly [name in Name]?: T }
    : { readonly [name in Name]: T };

export interface Answer<Body> {
  readonly status: number;
  /** Parsed by the reply schema: fields it does not know are dropped. */
  readonly body: Body;
  /** The JSON as it came. */
  readonly json: unknown;
  /** To be sent back as `ifMatch`. */
  readonly etag: string | undefined;
  readonly headers: Headers;
}

export interface Client {
  /**
   * Calls one operation. A lost connection is tried again, three times in all, with the same Idempotency-Key, so that a
   * write acts once; nothing else is repeated.
   * @throws ProblemError where the server said no
   * @throws UnexpectedReply where what came is neither the reply nor a problem
   */
  readonly call: <R extends Route>(
    route: R,
    ...args: Nothing extends CallArguments<R> ? [CallArguments<R>?] : [CallArguments<R>]
  ) => Promise<Answer<z.output<R['reply']>>>;
}

interface Request {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A typed client of the route table for pages, tests and the demonstration. */
export function client(options: ClientOptions): Client {
  const send = options.fetch ?? globalThis.fetch;
  const delays = options.retryDelays ?? [200, 1000];

  return {
    call: async (route, ...[args]) => {
      const request: Request = args ?? {};
      const url = options.origin + addressOf(route, request);
      const token = isPublic(route) ? undefined : await options.token?.();
      const init = initOf(route, request, token);
      const reply = await persistently(delays, async () => {
        const response = await send(url, init);
        const { status, headers } = response;
        return { status, headers, text: await response.text() };
      });
      return answerOf(route, reply);
    },
  };
}

function addressOf(route: Route, { path, query }: Request): string {
  const values = new Map(fieldsOf(path));
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name) ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of fieldsOf(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function initOf(route: Route, request: Request, token: string | undefined) {
  const { body, ifMatch, signal } = request;
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (isWrite(route)) {
    headers.set('idempotency-key', request.idempotencyKey ?? crypto.randomUUID());
  }
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return {
    method: route.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** `fetch` rejects with a TypeError where the connection failed, and with other errors where the caller gave up. */
async function persistently(
  delays: readonly number[],
  attempt: () => Promise<Reply>,
): Promise<Reply> {
  for (const delay of delays) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return await attempt();
}

function answerOf<R extends Route>(
  route: R,
  { status, text, headers }: Reply,
): Answer<z.output<R['reply']>> {
  const json = parsed(text);
  if (status !== route.success) {
    const problem = problemDocument.safeParse(json);
    if (problem.success) throw new ProblemError(route.operation, problem.data, headers);
    throw new UnexpectedReply(route.operation, { status, text, cause: problem.error });
  }
  const body = z.safeParse<R['reply']>(route.reply, json);
  if (!body.success)
    throw new UnexpectedReply(route.operation, { status, text, cause: body.error });
  return { status, body: body.data, json, etag: headers.get('etag') ?? undefined, headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
