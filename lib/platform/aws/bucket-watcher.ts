import { ListObjectVersionsCommand, type ObjectVersion, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { ContestEvent } from '../events.ts';
import type { Positions } from '../positions.ts';
import { createWatcher, type Watcher, type WatcherLog } from '../watcher.ts';

export interface BucketWatcherOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly positions: Positions;
  readonly log: WatcherLog;
}

/** Servers stamp an object when it began to arrive, and their clocks differ: this far back it is looked again. */
const LOOK_BACK_MS = 15 * 60_000;

const Seen = z.strictObject({
  /** The latest stamp seen, epoch milliseconds. */
  until: z.number(),
  /** The versions of the last quarter of an hour, `key version`. */
  versions: z.array(z.string()),
});

/**
 * Tells of every version stored in a bucket, at least once, by listing it: for a host, where no server tells us. On AWS
 * EventBridge does.
 */
export function createBucketWatcher(options: BucketWatcherOptions): Watcher {
  const { client, bucket, positions, log } = options;
  const name = `bucket/${bucket}`;

  async function versions(): Promise<readonly Version[]> {
    const found: Version[] = [];
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket, KeyMarker, VersionIdMarker }),
      );
      found.push(...(page.Versions ?? []).flatMap(versionOf));
      KeyMarker = page.NextKeyMarker;
      VersionIdMarker = page.NextVersionIdMarker;
    } while (KeyMarker !== undefined);
    return found;
  }

  async function look(): Promise<boolean> {
    const kept = positions.get(name);
    const seen = Seen.parse(kept === undefined ? { until: 0, versions: [] } : JSON.parse(kept));
    const known = new Set(seen.versions);
    const recent = (await versions()).filter(({ at }) => at >= seen.until - LOOK_BACK_MS);
    const fresh = recent.filter((version) => !known.has(nameOf(version)));
    if (fresh.length === 0) return false;
    const until = Math.max(seen.until, ...fresh.map(({ at }) => at));
    const still = recent.filter(({ at }) => at >= until - LOOK_BACK_MS).map(nameOf);
    positions.advance(name, JSON.stringify({ until, versions: still }), fresh.map(objectStored));
    return true;
  }

  return createWatcher({ look, log, close: () => client.destroy() });
}

interface Version {
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly at: number;
}

function versionOf({ Key, VersionId, Size, LastModified }: ObjectVersion): readonly Version[] {
  if (Key === undefined || VersionId === undefined || LastModified === undefined) return [];
  return [{ key: Key, versionId: VersionId, size: Size ?? 0, at: LastModified.getTime() }];
}

const nameOf = ({ key, versionId }: Version): string => `${key} ${versionId}`;

function objectStored({ key, versionId, size }: Version): ContestEvent {
  return { kind: 'object-stored', id: `stored-${key}-${versionId}`, key, versionId, size };
}
