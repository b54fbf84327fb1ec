import type { ProblemCode } from '../contract/problems.ts';
import type { ApiEvent } from './api-event.ts';

/** One request on its way through the chain. */
export interface Exchange {
  readonly event: ApiEvent;
  readonly requestId: string;
  /** When the gateway received it, ISO with milliseconds: the only time a decision may use. */
  readonly now: string;
  /** For the duration alone: milliseconds of `performance.now()`. */
  readonly startedAt: number;
  /** What the log line will say of it; filled on the way. */
  readonly notes: Notes;
}

export interface Notes {
  operation?: string;
  personId?: string;
  /** The operation answers 404 to those it does not let in. */
  conceals?: boolean;
  code?: ProblemCode;
  /** Somebody was kept out: the line is part of the audit trail. */
  denied?: true;
  /** The answer is that of an earlier call with the same key. */
  replayed?: true;
  /** Why it is a fault of ours. */
  cause?: unknown;
}

/** The exchange that an event begins, its clock started. */
export const exchangeOf = (event: ApiEvent): Exchange => ({
  event,
  requestId: event.requestContext.requestId,
  now: new Date(event.requestContext.timeEpoch).toISOString(),
  startedAt: performance.now(),
  notes: {},
});
