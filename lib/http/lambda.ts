import middy from '@middy/core';
import { Refused } from '../contest/refusal.ts';
import { routeKey } from '../contract/route.ts';
import { successReply } from './answer.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import type { Endpoint } from './endpoint.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import type { Runtime } from './layer.ts';
import { problemReplies } from './problem-replies.ts';
import { replyHeaders } from './reply-headers.ts';
import { type LogSink, requestLog, toStdout } from './request-log.ts';
import { RequestRefused } from './request-refused.ts';
import { runEndpoint } from './run-endpoint.ts';
import type { Services } from './services.ts';
import { type WiredEndpoint, wireEndpoint } from './wire-endpoint.ts';

export interface LambdaOptions {
  /** Where the line of each request goes. Default: standard output. */
  readonly log?: LogSink;
}

export type ApiHandler = (event: ApiEvent, runtime?: Runtime) => Promise<ApiResult>;

/** Time to answer 503 in, rather than be cut off with an answer that tells nobody whether a retry is safe. */
const SPARE_MS = 300;

/**
 * The handler of one function: API Gateway's event in, its answer out. The gateway has matched the route already, so its key
 * finds the endpoint. `open` joins the services on the first call and not before, so importing an endpoint costs nothing.
 */
export function lambda(
  endpoints: readonly Endpoint[],
  open: () => Services,
  options: LambdaOptions = {},
): ApiHandler {
  const wired = new Map(endpoints.map((each) => [routeKey(each.route), wireEndpoint(each)]));
  let services: Services | undefined;

  const handle = async (exchange: Exchange): Promise<ApiResult> => {
    const found = wired.get(exchange.event.routeKey) ?? refuseRoute(wired, exchange.event.routeKey);
    exchange.notes.operation = found.route.operation;
    exchange.notes.conceals = found.route.conceal === true;
    services ??= open();
    const answer = await runEndpoint(found, exchange, services);
    if (answer.replayed === true) exchange.notes.replayed = true;
    return successReply(answer);
  };

  const chain = middy<Exchange, ApiResult, unknown, Runtime | undefined>(handle, {
    timeoutEarlyInMillis: SPARE_MS,
    timeoutEarlyResponse: () => {
      throw new RequestRefused('unavailable', { headers: { 'retry-after': '2' } });
    },
  })
    .use(requestLog(options.log ?? toStdout))
    .use(replyHeaders())
    .use(problemReplies());

  return async (event, runtime) => await chain(exchangeOf(event), runtime);
}

/** Another method of a known path is told apart from a path that is not there: a gateway sends it as `ANY <path>`. */
function refuseRoute(wired: ReadonlyMap<string, WiredEndpoint>, key: string): never {
  const path = key.slice(key.indexOf(' ') + 1);
  const known = [...wired.values()].filter(({ route }) => route.path === path);
  if (known.length === 0) throw new Refused({ code: 'not-found' });
  const allow = known.map(({ route }) => route.method).join(', ');
  throw new RequestRefused('method-not-allowed', { headers: { allow } });
}
