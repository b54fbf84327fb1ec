import type { Exchange } from './exchange.ts';

/**
 * CloudWatch's embedded metric format: these members of the line become metrics, without a call. They have no dimensions,
 * because each combination is billed as a metric by the month and the five stay within the free ten; by operation, person
 * or code the lines themselves are queried.
 */
const METRICS = JSON.stringify([
  {
    Namespace: 'Contest',
    Dimensions: [[]],
    Metrics: [
      { Name: 'requests' },
      { Name: 'refusals' },
      { Name: 'denials' },
      { Name: 'faults' },
      { Name: 'durationMs', Unit: 'Milliseconds' },
    ],
  },
]);

/** The one line a request leaves: who did what and how it ended. Never a body, a token, an address or a mailbox. */
export function logLine(exchange: Exchange, status: number): string {
  const { timeEpoch } = exchange.event.requestContext;
  const metrics = `{"_aws":{"Timestamp":${timeEpoch},"CloudWatchMetrics":${METRICS}},`;
  return metrics + JSON.stringify(membersOf(exchange, status)).slice(1);
}

function membersOf({ requestId, now, startedAt, notes }: Exchange, status: number): object {
  const { operation, personId, code, cause } = notes;
  const isDenied = notes.denied === true;
  const isFault = status >= 500;
  return {
    level: levelOf(isFault, isDenied),
    at: now,
    requestId,
    operation,
    personId,
    status,
    code,
    audit: isDenied ? 'denied' : undefined,
    replayed: notes.replayed,
    durationMs: Math.round((performance.now() - startedAt) * 100) / 100,
    requests: 1,
    refusals: status >= 400 && !isFault ? 1 : 0,
    denials: isDenied ? 1 : 0,
    faults: isFault ? 1 : 0,
    cause: cause === undefined ? undefined : causeOf(cause, 0),
  };
}

function levelOf(isFault: boolean, isDenied: boolean): 'INFO' | 'WARN' | 'ERROR' {
  if (isFault) return 'ERROR';
  return isDenied ? 'WARN' : 'INFO';
}

const DEEPEST_CAUSE = 4;

interface Cause {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: Cause;
}

function causeOf(error: unknown, depth: number): Cause {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error' };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || depth === DEEPEST_CAUSE ? {} : { cause: causeOf(cause, depth + 1) }),
  };
}
