import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ContestEvent } from '../events.ts';
import type { Files, StoredObject } from '../files.ts';
import type { Positions } from '../positions.ts';
import type { Table } from '../table.ts';
import type { Watcher } from '../watcher.ts';
import { type EventQueue, openEventQueue } from './event-queue.ts';
import { openFolderFiles } from './folder-files.ts';
import type { FilesChoice, TableChoice } from './host-options.ts';
import type { Log } from './log.ts';
import { readOrMakeSecret } from './secret-file.ts';
import { positionsIn } from './sqlite-positions.ts';
import { openSqliteTable, type SqliteTable } from './sqlite-table.ts';

export interface StorageOptions {
  readonly dataFolder: string;
  readonly origin: string;
  readonly table: TableChoice;
  readonly files: FilesChoice;
  readonly clock: () => number;
  readonly log: Log;
}

/** The table, both buckets and the queue of events, opened as the host was told to. */
export interface Storage {
  readonly table: Table;
  readonly documents: Files;
  readonly results: Files;
  /** The host's own database: it carries the queue also where the table is elsewhere. */
  readonly database: SqliteTable;
  readonly queue: EventQueue;
  /** The server of upload and download links, where the bucket is a folder. */
  readonly serveFiles?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Starts to put what happens into the queue. */
  watch(): Promise<void>;
  /** Looks outside until there is nothing new; whether there was anything since it was asked last. */
  caughtUp(): Promise<boolean>;
  close(): Promise<void>;
}

/** News from outside the host; `watcher` is absent where the host itself is the one who knows. */
interface Watched {
  readonly watcher?: Watcher;
}

/** Opens what the host keeps; whatever the choice, events end in the one durable queue. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { dataFolder, clock } = options;
  await using opening = new AsyncDisposableStack();
  const database = openSqliteTable({ file: join(dataFolder, 'contest.sqlite'), clock });
  opening.defer(database.close);
  const queue = openEventQueue(database.database, clock);
  const positions = positionsIn(database.database, queue);
  const { watcher: ofTable, table } = await tableOf(options, database, positions);
  if (ofTable !== undefined) opening.defer(ofTable.stop);
  const { watcher: ofFiles, listen, ...files } = await filesOf(options, positions);
  if (ofFiles !== undefined) opening.defer(ofFiles.stop);
  const opened = opening.move();
  return {
    database,
    queue,
    table,
    ...files,
    async watch() {
      await ofTable?.start();
      await ofFiles?.start();
      await listen?.((stored) => queue.enqueue(objectStored(stored)));
    },
    async caughtUp() {
      const isNews = await Promise.all([ofTable?.caughtUp(), ofFiles?.caughtUp()]);
      return isNews.includes(true);
    },
    close: async () => await opened.disposeAsync(),
  };
}

async function tableOf(
  { table, log }: StorageOptions,
  database: SqliteTable,
  positions: Positions,
): Promise<Watched & Pick<Storage, 'table'>> {
  if (table.kind === 'sqlite') return { table: database };
  // Loaded only where it is asked for: the SDK costs a host that does not need it a good part of its start.
  const { openEndpointTable } = await import('../aws/endpoint-table.ts');
  return await openEndpointTable({ ...table, positions, log });
}

interface OpenFiles extends Watched, Pick<Storage, 'documents' | 'results' | 'serveFiles'> {
  /** Where the bucket is a folder, it tells of what it stored. */
  readonly listen?: (listener: (stored: StoredObject) => void) => Promise<void>;
}

async function filesOf(options: StorageOptions, positions: Positions): Promise<OpenFiles> {
  const { dataFolder, files, origin, log } = options;
  if (files.kind === 's3') {
    const { openEndpointBuckets } = await import('../aws/endpoint-buckets.ts');
    return await openEndpointBuckets({ ...files, origin, positions, log });
  }
  const secretFile = join(dataFolder, 'keys', 'link-secret.txt');
  const hex = await readOrMakeSecret(secretFile, () => randomBytes(32).toString('hex'));
  const secret = Buffer.from(hex, 'hex');
  const documents = await openFolderFiles({
    folder: join(dataFolder, 'documents'),
    baseUrl: `${origin}/files`,
    secret,
  });
  // Nobody uploads to it or gets links: it is served as it is, below /results.
  const results = await openFolderFiles({
    folder: join(dataFolder, 'results'),
    baseUrl: `${origin}/results`,
    secret,
  });
  return {
    documents,
    results,
    serveFiles: documents.serve,
    listen: async (listener) => await documents.onStored(async (stored) => listener(stored)),
  };
}

function objectStored({ key, versionId, size }: StoredObject): ContestEvent {
  return { kind: 'object-stored', id: `stored-${key}-${versionId}`, key, versionId, size };
}
