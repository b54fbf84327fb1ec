import type { Table } from '../../lib/platform/table.ts';
import { aroundTable } from './around-table.ts';

/** Calls of the table. Calls under way at the same time make one wait, as parallel round trips do. */
export interface Trips {
  readonly reads: number;
  readonly writes: number;
  readonly waits: number;
}

/** The same table with its calls counted. */
export function countedTrips(table: Table): {
  readonly table: Table;
  /** The trips of this piece of work alone; nothing else may be going on. */
  tripsOf(work: () => Promise<unknown>): Promise<Trips>;
} {
  let trips = { reads: 0, writes: 0, waits: 0 };
  let underWay = 0;
  const counted = aroundTable(table, async ({ method }, proceed) => {
    if (underWay === 0) trips.waits += 1;
    if (method === 'write' || method === 'increment') trips.writes += 1;
    else trips.reads += 1;
    underWay += 1;
    try {
      return await proceed();
    } finally {
      underWay -= 1;
    }
  });
  return {
    table: counted,
    async tripsOf(work) {
      trips = { reads: 0, writes: 0, waits: 0 };
      await work();
      // What comes after is not this work's.
      return { ...trips };
    },
  };
}
