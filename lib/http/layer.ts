import type { MiddlewareObj } from '@middy/core';
import type { ApiResult } from './api-event.ts';
import type { Exchange } from './exchange.ts';

/** What the chain asks of the runtime; a gateway on this machine has nothing to say. */
export interface Runtime {
  readonly getRemainingTimeInMillis: () => number;
}

/** One layer around the endpoint. Its `event` is the exchange, not the gateway's event. */
export type Layer = MiddlewareObj<Exchange, ApiResult, unknown, Runtime | undefined>;

/** What a layer sees once there is an answer. */
export interface Answered {
  readonly event: Exchange;
  response: ApiResult | null | undefined;
}
