import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from '../table.ts';
import { keyName } from '../table-limits.ts';
import type { Attributes } from './attribute-values.ts';
import { fromAttributes, keyAttributes } from './attribute-values.ts';
import type { ConsumedReport } from './consumed-capacity.ts';

/** A batch answers at most 16 MB; 100 items of 400 KB take three rounds, throttling takes the rest. */
const ROUNDS_WITHOUT_PROGRESS = 6;
const FIRST_PAUSE_MS = 25;

/**
 * Checked keys, read strongly consistent with BatchGetItem, answered in the order asked. What DynamoDB left
 * unprocessed is asked for again, with a growing pause while nothing comes.
 * @throws Error when nothing more comes
 */
export async function batchGet(
  client: DynamoDBClient,
  table: string,
  keys: readonly Key[],
  report: ConsumedReport,
): Promise<readonly (Item | undefined)[]> {
  const found = new Map<string, Item>();
  let asked = [...new Map(keys.map((key) => [keyName('main', key), keyAttributes(key)])).values()];
  let idle = 0;
  while (asked.length > 0) {
    const answer = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: asked, ConsistentRead: true } },
        ...report.ask,
      }),
    );
    report.read('BatchGetItem', ...(answer.ConsumedCapacity ?? []));
    collect(found, answer.Responses?.[table] ?? []);
    const left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    idle = left.length < asked.length ? 0 : idle + 1;
    if (idle === ROUNDS_WITHOUT_PROGRESS) throw new Error(`${left.length} keys stayed unprocessed`);
    if (idle > 0) await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** idle);
    asked = left;
  }
  return keys.map((key) => found.get(keyName('main', key)));
}

function collect(found: Map<string, Item>, rows: readonly Attributes[]): void {
  for (const row of rows) {
    const item = fromAttributes(row);
    found.set(keyName('main', item), item);
  }
}
