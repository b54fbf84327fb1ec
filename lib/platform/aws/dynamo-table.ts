import type { DynamoDBClient, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { checkQuery, isEmptyRange, isEndOfRange } from '../query-limits.ts';
import type { Page, Position, Query, Table } from '../table.ts';
import { LimitExceeded } from '../table.ts';
import { checkIncrement, checkKeys, checkWrite } from '../table-limits.ts';
import { checkKey } from '../value-limits.ts';
import type { Attributes } from './attribute-values.ts';
import { fromAttribute, fromAttributes, keyAttributes } from './attribute-values.ts';
import type { Consumed } from './consumed-capacity.ts';
import { consumedReport } from './consumed-capacity.ts';
import { batchGet } from './dynamo-batch.ts';
import { keyExpression } from './dynamo-expressions.ts';
import { writeActions } from './dynamo-write.ts';

export interface DynamoTableOptions {
  readonly client: DynamoDBClient;
  readonly mainTable: string;
  readonly ledgerTable: string;
  /** Told after each call what it took; asked for only then. */
  readonly onConsumed?: (consumed: Consumed) => void;
}

const DEFAULT_PAGE = 100;

/** The AWS side of the table port: two DynamoDB tables of the shape in `table-shape.ts`. */
export function createDynamoTable(options: DynamoTableOptions): Table {
  const { client, mainTable, ledgerTable } = options;
  const report = consumedReport(options.onConsumed);
  const names = { main: mainTable, ledger: ledgerTable };

  return {
    async get(key, table = 'main') {
      checkKey(key);
      const answer = await client.send(
        new GetItemCommand({
          TableName: names[table],
          Key: keyAttributes(key),
          ConsistentRead: true,
          ...report.ask,
        }),
      );
      report.read('GetItem', answer.ConsumedCapacity);
      return answer.Item === undefined ? undefined : fromAttributes(answer.Item);
    },
    async getMany(keys) {
      checkKeys(keys);
      return await batchGet(client, mainTable, keys, report);
    },
    async query(query) {
      checkQuery(query);
      if (isEmptyRange(query)) return { items: [] };
      const input = queryInput(names[query.table ?? 'main'], query);
      const answer = await client.send(new QueryCommand({ ...input, ...report.ask }));
      report.read('Query', answer.ConsumedCapacity);
      return pageOf(query, answer.Items ?? [], answer.LastEvaluatedKey);
    },
    async write(actions) {
      checkWrite(actions);
      if (actions.length > 0)
        await writeActions({ client, mainTable, ledgerTable, report }, actions);
    },
    async increment(key, by) {
      checkIncrement(key, by);
      const command = new UpdateItemCommand({
        TableName: mainTable,
        Key: keyAttributes(key),
        UpdateExpression: 'ADD n :by, v :one',
        // Also false where `n` is no number: the sum must stay a safe integer.
        ConditionExpression: 'attribute_not_exists(n) OR n BETWEEN :least AND :most',
        ExpressionAttributeValues: {
          ':by': { N: String(by) },
          ':one': { N: '1' },
          ':least': { N: exact(BigInt(Number.MIN_SAFE_INTEGER) - BigInt(by)) },
          ':most': { N: exact(BigInt(Number.MAX_SAFE_INTEGER) - BigInt(by)) },
        },
        ReturnValues: 'UPDATED_NEW',
        ...report.ask,
      });
      const answer = await client.send(command).catch(refuseOverflow);
      report.wrote('UpdateItem', answer.ConsumedCapacity);
      return counterOf(answer.Attributes);
    },
  };
}

function exact(value: bigint): string {
  return value.toString();
}

function refuseOverflow(error: unknown): never {
  if (error instanceof ConditionalCheckFailedException) {
    throw new LimitExceeded('value', 'the counter is no safe integer');
  }
  throw error;
}

function counterOf(attributes: Attributes | undefined): number {
  const n = attributes?.['n'] === undefined ? undefined : fromAttribute(attributes['n']);
  if (typeof n !== 'number') throw new TypeError('an increment came back without its number');
  return n;
}

function queryInput(table: string, query: Query): QueryCommandInput {
  const { text, values } = keyExpression(query);
  return {
    TableName: table,
    KeyConditionExpression: text,
    ExpressionAttributeValues: values,
    Limit: query.limit ?? DEFAULT_PAGE,
    ScanIndexForward: query.direction !== 'descending',
    // An index is only ever eventually consistent; DynamoDB refuses the wish.
    ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
    ...(query.after === undefined ? {} : { ExclusiveStartKey: startKey(query, query.after) }),
  };
}

function startKey(query: Query, after: Position): Attributes {
  const { gsi1pk, gsi1sk } = after;
  if (query.index === undefined || gsi1pk === undefined || gsi1sk === undefined) {
    return keyAttributes(after);
  }
  return { ...keyAttributes(after), gsi1pk: { S: gsi1pk }, gsi1sk: { S: gsi1sk } };
}

function pageOf(query: Query, rows: readonly Attributes[], lastKey: Attributes | undefined): Page {
  const items = rows.map(fromAttributes);
  const end = items.at(-1);
  if (lastKey === undefined || end === undefined || isEndOfRange(query, end)) return { items };
  const { gsi1pk, gsi1sk } = lastKey;
  const isIndex = gsi1pk?.S !== undefined && gsi1sk?.S !== undefined;
  const index = isIndex ? { gsi1pk: gsi1pk.S, gsi1sk: gsi1sk.S } : {};
  return { items, last: { pk: end.pk, sk: end.sk, ...index } };
}
