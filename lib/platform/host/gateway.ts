import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProblemCode } from '../../contract/problems.ts';
import type { ApiEvent, ApiResult } from '../../http/api-event.ts';
import { gatewayEvent } from './gateway-event.ts';
import { sendProblem } from './gateway-problem.ts';
import { causeOf, type Log } from './log.ts';
import { readBody } from './read-body.ts';
import { headerBytes, splitTarget } from './request-target.ts';
import { createMatcher, type Routable } from './route-matcher.ts';
import { createThrottle, type Rate } from './throttle.ts';
import type { TokenVerifier } from './token-verifier.ts';

/** One route and the function behind it. */
export interface GatewayRoute extends Routable {
  readonly isPublic: boolean;
  readonly invoke: (event: ApiEvent) => Promise<ApiResult>;
}

export interface GatewayOptions {
  readonly routes: Iterable<GatewayRoute>;
  readonly verify: TokenVerifier;
  /** Epoch milliseconds: the receipt time of a request. */
  readonly clock: () => number;
  readonly log: Log;
  readonly sourceIp: (request: IncomingMessage) => string;
  readonly limits?: Partial<GatewayLimits>;
}

export interface GatewayLimits {
  /** Of callers without a token, by address. */
  readonly perAddress: Rate;
  /** Of signed-in callers, by person. */
  readonly perPerson: Rate;
  readonly bodyBytes: number;
  readonly bodyMilliseconds: number;
  readonly headerBytes: number;
  readonly integrationMilliseconds: number;
}

/**
 * API Gateway's own: 10 MB of body, 10,240 bytes of headers, 29 s for the function. A person's rate is generous for one; an
 * address's is that of a school behind one Wi-Fi: three hundred people open a page of four calls at once. A stranger who
 * takes all of it keeps a quarter of one core busy.
 */
const GATEWAY_LIMITS: GatewayLimits = {
  perAddress: { perSecond: 200, burst: 1200 },
  perPerson: { perSecond: 20, burst: 60 },
  bodyBytes: 10 * 1024 * 1024,
  bodyMilliseconds: 29_000,
  headerBytes: 10_240,
  integrationMilliseconds: 29_000,
};

/** Why a call does not reach its function. */
class Stopped extends Error {
  readonly code: ProblemCode;
  readonly headers: { readonly [name: string]: string };
  constructor(code: ProblemCode, headers: { readonly [name: string]: string } = {}) {
    super(code);
    this.code = code;
    this.headers = headers;
  }
}

const RETRY_SOON = { 'retry-after': '5' };

/**
 * Does what an HTTP API of API Gateway does with a JWT authorizer: matches the route, verifies the token before
 * anything is called, and hands the function an event in payload format 2.0. Never throws.
 */
export function createGateway(
  options: GatewayOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { verify, clock, log, sourceIp } = options;
  const limits = { ...GATEWAY_LIMITS, ...options.limits };
  const match = createMatcher(options.routes);
  const throttleAddress = createThrottle(limits.perAddress);
  const throttlePerson = createThrottle(limits.perPerson);

  function find(method: string, path: string) {
    const found = match(method, path);
    if (found.kind === 'route') return found;
    if (found.kind === 'malformed') throw new Stopped('invalid-parameter');
    if (found.kind === 'none') throw new Stopped('not-found');
    throw new Stopped('method-not-allowed', { allow: found.allow.join(', ') });
  }

  async function claimsOf(request: IncomingMessage) {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      throw new Stopped('unauthenticated', { 'www-authenticate': 'Bearer' });
    }
    const token = /^Bearer ([^ ,]+)$/i.exec(authorization)?.[1];
    const claims = token === undefined ? undefined : await verify(token);
    if (claims !== undefined) return claims;
    const challenge = 'Bearer error="invalid_token"';
    throw new Stopped('unauthenticated', { 'www-authenticate': challenge });
  }

  function wait(seconds: number): void {
    if (seconds > 0) throw new Stopped('too-many-requests', { 'retry-after': `${seconds}` });
  }

  /** Who calls; whoever cannot say so counts by address, before the costly look at a token and after. */
  async function identify(request: IncomingMessage, address: string, isPublic: boolean) {
    if (isPublic) return void wait(throttleAddress(address));
    try {
      const claims = await claimsOf(request);
      wait(throttlePerson(claims.sub ?? ''));
      return claims;
    } catch (error) {
      if (error instanceof Stopped && error.code === 'unauthenticated')
        wait(throttleAddress(address));
      throw error;
    }
  }

  async function body(request: IncomingMessage): Promise<Buffer | undefined> {
    const read = await readBody(request, {
      bytes: limits.bodyBytes,
      milliseconds: limits.bodyMilliseconds,
    });
    if (read.kind === 'whole') return read.bytes;
    if (read.kind === 'too-large') throw new Stopped('payload-too-large');
    // Too slow or gone: as at API Gateway there is no answer, the connection ends.
    request.destroy();
    return undefined;
  }

  async function answer(
    request: IncomingMessage,
    at: { readonly requestId: string; readonly receivedAt: number },
  ): Promise<ApiResult | undefined> {
    if (headerBytes(request) > limits.headerBytes) throw new Stopped('header-fields-too-large');
    const { url = '', method = '' } = request;
    const { path, query } = splitTarget(url);
    const { route, params } = find(method, path);
    const address = sourceIp(request);
    const claims = await identify(request, address, route.isPublic);
    const bytes = await body(request);
    if (bytes === undefined) return undefined;
    const event = gatewayEvent({
      request,
      routeKey: `${route.method} ${route.path}`,
      path,
      query,
      params,
      body: bytes,
      sourceIp: address,
      ...at,
      ...(claims === undefined ? {} : { claims }),
    });
    return await inTime(route.invoke(event), limits.integrationMilliseconds);
  }

  function refuse(response: ServerResponse, requestId: string, error: unknown): void {
    const stopped = error instanceof Stopped ? error : new Stopped('unavailable', RETRY_SOON);
    if (stopped !== error) {
      log({ level: 'error', message: 'no answer to a call', requestId, cause: causeOf(error) });
    }
    const { code, headers } = stopped;
    if (response.headersSent) response.destroy();
    else sendProblem(response, code, { requestId, now: clock(), headers });
  }

  return async (request, response) => {
    const at = { requestId: randomUUID(), receivedAt: clock() };
    try {
      const result = await answer(request, at);
      if (result !== undefined) send(response, result);
    } catch (error) {
      refuse(response, at.requestId, error);
    }
  };
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, { statusCode, headers, body }: ApiResult): void {
  response.writeHead(statusCode, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
