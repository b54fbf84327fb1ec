import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Positions } from '../positions.ts';
import { createWatcher, type Watcher, type WatcherLog } from '../watcher.ts';
import { eventOfStreamRecord } from './stream-events.ts';

export interface StreamPollerOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly streamArn: string;
  readonly positions: Positions;
  readonly log: WatcherLog;
}

const DONE = 'done';

/**
 * Reads a table's stream into the queue, at least once and in order: a shard after its parent, from where it was left.
 * For a host; on AWS Lambda reads the stream.
 */
export function createStreamPoller(options: StreamPollerOptions): Watcher {
  const { endpoint, region, credentials, positions, streamArn } = options;
  const client = new DynamoDBStreamsClient({ endpoint, region, credentials });
  const iterators = new Map<string, string>();
  const nameOf = (shardId: string): string => `stream/${streamArn}/${shardId}`;

  async function shards(): Promise<readonly Shard[]> {
    const found: Shard[] = [];
    let ExclusiveStartShardId: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId });
      const { StreamDescription } = await client.send(command);
      found.push(...(StreamDescription?.Shards ?? []));
      ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
    } while (ExclusiveStartShardId !== undefined);
    return found;
  }

  async function iteratorOf(shardId: string): Promise<string | undefined> {
    const kept = iterators.get(shardId);
    if (kept !== undefined) return kept;
    const position = positions.get(nameOf(shardId));
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shardId,
        ...(position === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position }),
      }),
    );
    return ShardIterator;
  }

  /** Whether there was anything. */
  async function readShard(shardId: string): Promise<boolean> {
    const ShardIterator = await iteratorOf(shardId);
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator, Limit: 1000 }),
    );
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    const isOver = NextShardIterator === undefined;
    if (last !== undefined || isOver) {
      const position = isOver ? DONE : (last ?? DONE);
      positions.advance(nameOf(shardId), position, Records.map(eventOfStreamRecord));
    }
    if (NextShardIterator === undefined) iterators.delete(shardId);
    else iterators.set(shardId, NextShardIterator);
    return Records.length > 0;
  }

  async function look(): Promise<boolean> {
    const all = await shards();
    const known = new Set(all.map(({ ShardId }) => ShardId));
    let isNew = false;
    for (const { ShardId = '', ParentShardId = '' } of all) {
      const isParentDone =
        !known.has(ParentShardId) || positions.get(nameOf(ParentShardId)) === DONE;
      if (positions.get(nameOf(ShardId)) === DONE || !isParentDone) continue;
      isNew = (await readOrForget(ShardId)) || isNew;
    }
    return isNew;
  }

  async function readOrForget(shardId: string): Promise<boolean> {
    try {
      return await readShard(shardId);
    } catch (error) {
      iterators.delete(shardId);
      if (error instanceof ExpiredIteratorException) return true;
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      // The host was away for over a day: what the stream still has comes, what it dropped is gone.
      options.log({ level: 'warn', message: 'the stream lost changes', cause: error.message });
      const oldest = {
        StreamArn: streamArn,
        ShardId: shardId,
        ShardIteratorType: 'TRIM_HORIZON',
      } as const;
      const { ShardIterator = '' } = await client.send(new GetShardIteratorCommand(oldest));
      iterators.set(shardId, ShardIterator);
      return true;
    }
  }

  return createWatcher({ look, log: options.log, close: () => client.destroy() });
}
