import { itemBytes } from '../../lib/platform/item-size.ts';
import type { Action, Item, Table } from '../../lib/platform/table.ts';
import { billedUnits } from '../contest/billed-units.ts';

/** What was asked of the table so far, in DynamoDB's units by its own rules. */
export interface Meter {
  readUnits: number;
  writeUnits: number;
  /** Unrounded: what a larger contest multiplies. */
  readBytes: number;
  /** Items of `main` that changed: each is told to both functions that follow the changes. */
  changes: number;
}

export const emptyMeter = (): Meter => ({
  readUnits: 0,
  writeUnits: 0,
  readBytes: 0,
  changes: 0,
});

const blockBytes = 4096;

/**
 * The same table, its calls added to the meter: read in blocks of 4 KB, half where an index is read, and one for what is not
 * there, which DynamoDB Local lets go by in a batch and in a query.
 */
export function meteredTable(table: Table, meter: Meter): Table {
  const count = (bytes: number, factor = 1): void => {
    meter.readUnits += Math.max(1, Math.ceil(bytes / blockBytes)) * factor;
    meter.readBytes += bytes;
  };
  return {
    async get(...asked) {
      const item = await table.get(...asked);
      count(bytesOf(item));
      return item;
    },
    async getMany(keys) {
      const items = await table.getMany(keys);
      for (const item of items) count(bytesOf(item));
      return items;
    },
    async query(query) {
      const page = await table.query(query);
      const bytes = page.items.reduce((sum, item) => sum + itemBytes(item), 0);
      count(bytes, query.index === undefined ? 1 : 0.5);
      return page;
    },
    async write(actions) {
      const units = await billedUnits(table, actions);
      await table.write(actions);
      meter.writeUnits += units;
      meter.changes += actions.filter(isChange).length;
    },
    async increment(...asked) {
      meter.writeUnits += 1;
      meter.changes += 1;
      return await table.increment(...asked);
    },
  };
}

const isChange = ({ kind }: Action): boolean => kind === 'put' || kind === 'delete';

const bytesOf = (item: Item | undefined): number => (item === undefined ? 0 : itemBytes(item));
