import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import type { Action, Item, Table } from '../../lib/platform/table.ts';
import { itemsIn } from './all-items.ts';
import type { DynamoLocal } from './dynamo-local.ts';
import type { World } from './world.ts';

/** As many as a batch of puts may hold. */
const perWrite = 100;

/**
 * Lets a world begin on SQLite, where its events are, and go on on DynamoDB: `around` is for the world, `move` copies all
 * items into tables of their own and has the functions work there from then on. Nothing reacts to what they do there.
 */
export function movableTable(): {
  readonly around: (table: Table) => Table;
  move(world: World, dynamo: DynamoLocal): Promise<void>;
} {
  let moved: Table | undefined;
  return {
    around: (table) => ({
      get: async (...given) => await (moved ?? table).get(...given),
      getMany: async (...given) => await (moved ?? table).getMany(...given),
      query: async (...given) => await (moved ?? table).query(...given),
      write: async (...given) => await (moved ?? table).write(...given),
      increment: async (...given) => await (moved ?? table).increment(...given),
    }),
    async move({ table }, dynamo) {
      const copy = createDynamoTable({ client: dynamo.client, ...(await dynamo.createTables()) });
      const { main, ledger } = itemsIn(table.database);
      await writeAll(copy, main, (item) => ({ kind: 'put', item }));
      await writeAll(copy, ledger, (item) => ({ kind: 'append', item }));
      moved = copy;
    },
  };
}

async function writeAll(
  table: Table,
  items: readonly Item[],
  actionOf: (item: Item) => Action,
): Promise<void> {
  for (let at = 0; at < items.length; at += perWrite) {
    await table.write(items.slice(at, at + perWrite).map(actionOf));
  }
}
