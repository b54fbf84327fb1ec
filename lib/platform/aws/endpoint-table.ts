import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Positions } from '../positions.ts';
import type { Table } from '../table.ts';
import type { Watcher, WatcherLog } from '../watcher.ts';
import { createDynamoTable } from './dynamo-table.ts';
import { createStreamPoller } from './stream-poller.ts';
import { TABLE_SHAPE } from './table-shape.ts';

export interface EndpointTableOptions {
  /** Of DynamoDB, or of what speaks its protocol. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How far the stream was read. */
  readonly positions: Positions;
  readonly log: WatcherLog;
}

export interface EndpointTable {
  readonly table: Table;
  /** Puts the changes of the main table into the queue; closes the table's client too. */
  readonly watcher: Watcher;
}

const MAIN = 'contest-main';
const LEDGER = 'contest-ledger';

/** The table on a DynamoDB endpoint, for a host: both tables are made when they are missing, and the stream is read here. */
export async function openEndpointTable(options: EndpointTableOptions): Promise<EndpointTable> {
  const { endpoint, region, credentials } = options;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const streamArn = await makeTable(client, MAIN, true);
  await makeTable(client, LEDGER, false);
  if (streamArn === undefined) throw new Error(`the table ${MAIN} has no stream`);
  const poller = createStreamPoller({ ...options, streamArn });
  return {
    table: createDynamoTable({ client, mainTable: MAIN, ledgerTable: LEDGER }),
    watcher: {
      ...poller,
      async stop() {
        await poller.stop();
        client.destroy();
      },
    },
  };
}

/** Makes the table when it is not there; answers the ARN of its stream. */
async function makeTable(
  client: DynamoDBClient,
  name: string,
  isMain: boolean,
): Promise<string | undefined> {
  const describe = new DescribeTableCommand({ TableName: name });
  try {
    return (await client.send(describe)).Table?.LatestStreamArn;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  await client.send(new CreateTableCommand(tableInput(name, isMain)));
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 120 }, { TableName: name });
  if (isMain) {
    const TimeToLiveSpecification = { AttributeName: TABLE_SHAPE.timeToLive, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  }
  return (await client.send(describe)).Table?.LatestStreamArn;
}

function tableInput(name: string, isMain: boolean): CreateTableCommandInput {
  const { partitionKey, sortKey, index } = TABLE_SHAPE;
  const keys = [partitionKey, sortKey, index.partitionKey, index.sortKey];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(partitionKey, sortKey),
    GlobalSecondaryIndexes: [
      {
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    ...(isMain
      ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }
      : {}),
  };
}

function keySchema(partition: string, sort: string): CreateTableCommandInput['KeySchema'] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}
