import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** What one call took, in DynamoDB's units: what it costs, and what the round-trip tests count. */
export interface Consumed {
  readonly operation: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** Asks for and reports consumed capacity, or neither when nobody listens. */
export interface ConsumedReport {
  /** Part of every request. */
  readonly ask: { readonly ReturnConsumedCapacity?: 'TOTAL' };
  read(operation: string, ...taken: readonly (ConsumedCapacity | undefined)[]): void;
  wrote(operation: string, ...taken: readonly (ConsumedCapacity | undefined)[]): void;
}

/** The report to this listener; a transaction's checks count as writes, as they are billed. */
export function consumedReport(
  listener: ((consumed: Consumed) => void) | undefined,
): ConsumedReport {
  if (listener === undefined) return { ask: {}, read: () => {}, wrote: () => {} };
  return {
    ask: { ReturnConsumedCapacity: 'TOTAL' },
    read(operation, ...taken) {
      listener({ operation, readUnits: units(taken), writeUnits: 0 });
    },
    wrote(operation, ...taken) {
      listener({ operation, readUnits: 0, writeUnits: units(taken) });
    },
  };
}

function units(taken: readonly (ConsumedCapacity | undefined)[]): number {
  return taken.reduce((sum, part) => sum + (part?.CapacityUnits ?? 0), 0);
}
