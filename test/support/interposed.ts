import type { Table } from '../../lib/platform/table.ts';
import { aroundTable } from './around-table.ts';

/** Lets a test act between a decision and its save: after everything was read, before it is written. */
export function interposed(): {
  readonly around: (table: Table) => Table;
  /** Once, before the next write. What it does may itself write. */
  beforeNextWrite(work: () => Promise<unknown>): void;
} {
  let waiting: (() => Promise<unknown>) | undefined;
  return {
    around: (table) =>
      aroundTable(table, async ({ method }, proceed) => {
        const work = method === 'write' ? waiting : undefined;
        if (work) {
          waiting = undefined;
          await work();
        }
        return await proceed();
      }),
    beforeNextWrite(work) {
      waiting = work;
    },
  };
}
