import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import { eventOfStreamRecord } from '../../lib/platform/aws/stream-events.ts';
import type { SqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Item, Table } from '../../lib/platform/table.ts';
import type { DynamoLocal } from '../support/dynamo-local.ts';
import { skipsDynamoLocal, startDynamoLocal } from '../support/dynamo-local.ts';
import type { TableCall } from '../support/random-table-calls.ts';
import { outcomeOf, tableCall, writingCall } from '../support/random-table-calls.ts';
import { readStream } from '../support/read-stream.ts';

const RUNS = Number(process.env['TABLE_EQUIVALENCE_RUNS'] ?? 40);

describe.skipIf(skipsDynamoLocal())('SQLite and DynamoDB', () => {
  let local: DynamoLocal;
  beforeAll(async () => {
    local = await startDynamoLocal();
  });
  afterAll(() => local?.stop());

  const both = async () => {
    const names = await local.createTables();
    const dynamo: Table = createDynamoTable({ client: local.client, ...names });
    const sqlite: SqliteTable = openSqliteTable({ file: ':memory:' });
    return { dynamo, sqlite, names };
  };

  const bothSay = async (sqlite: Table, dynamo: Table, call: TableCall) => {
    const [ours, theirs] = await Promise.all([outcomeOf(sqlite, call), outcomeOf(dynamo, call)]);
    expect(ours).toEqual(theirs);
  };

  const everything: readonly TableCall[] = (['main', 'ledger'] as const).flatMap((table) => [
    { call: 'walk', query: { table, partition: 'p' } },
    { call: 'walk', query: { table, partition: 'q' } },
    { call: 'walk', query: { table, partition: 'g', index: 'gsi1' } },
  ]);

  it('answer any sequence of calls alike, errors included', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tableCall, { maxLength: 40, size: 'max' }), async (calls) => {
        const { dynamo, sqlite } = await both();
        for (const call of calls) await bothSay(sqlite, dynamo, call);
        for (const call of everything) await bothSay(sqlite, dynamo, call);
        sqlite.close();
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 60_000 },
    );
  });

  it('tell the same changes of each item, in the same order', { timeout: 60_000 }, async () => {
    const { dynamo, sqlite, names } = await both();
    const seed = Date.now() % 2 ** 31;
    for (const call of fc.sample(writingCall, { numRuns: 250, seed }))
      await bothSay(sqlite, dynamo, call);

    const changes = sqlite.changes.after(0, 10_000).map(({ before, after }) => ({ before, after }));
    const records = await readStream(local.client, local.endpoint, names.mainTable);
    const told = records.map((record) => {
      const event = eventOfStreamRecord(record);
      if (event.kind !== 'item-changed') throw new Error(event.kind);
      return { before: event.before, after: event.after };
    });
    expect(byItem(told), `seed ${seed}`).toEqual(byItem(changes));
    expect(changes.length).toBeGreaterThan(50);
    sqlite.close();
  });
});

interface Images {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Order is promised per item: within a transaction DynamoDB chooses. */
function byItem(changes: readonly Images[]): Map<string, Images[]> {
  return Map.groupBy(changes, ({ before, after }) => {
    const { pk, sk } = (after ?? before)!;
    return JSON.stringify([pk, sk]);
  });
}
