import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { fromAttributes } from '../../lib/platform/aws/attribute-values.ts';
import type { Item } from '../../lib/platform/table.ts';

/** Everything that is stored: the port has no scan, an audit needs one. */
export interface AllItems {
  readonly main: readonly Item[];
  readonly ledger: readonly Item[];
}

/** Reads a host's database file beside the running host. */
export function allSqliteItems(file: string): AllItems {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return itemsIn(database);
  } finally {
    database.close();
  }
}

/** Everything in an open database. */
export function itemsIn(database: Pick<DatabaseSync, 'prepare'>): AllItems {
  const read = (table: 'main' | 'ledger'): Item[] =>
    database
      .prepare(`SELECT body FROM ${table}`)
      .all()
      .map(({ body }) => JSON.parse(String(body)) as Item);
  return { main: read('main'), ledger: read('ledger') };
}

/** Where a host keeps its table. */
export const databaseFile = (dataFolder: string): string => join(dataFolder, 'contest.sqlite');

/** Scans both tables of a DynamoDB endpoint. */
export async function allDynamoItems(
  client: DynamoDBClient,
  names: { readonly mainTable: string; readonly ledgerTable: string },
): Promise<AllItems> {
  const read = async (TableName: string): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      items.push(...(page.Items ?? []).map(fromAttributes));
    }
    return items;
  };
  return { main: await read(names.mainTable), ledger: await read(names.ledgerTable) };
}
