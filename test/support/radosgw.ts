import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort } from './free-port.ts';

/** A running S3 server: Ceph radosgw, in memory. */
export interface Radosgw {
  readonly endpoint: string;
  readonly client: S3Client;
  stop(): Promise<void>;
}

const PROGRAMS = ['ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin'];
const DAEMONS = ['rgw', 'osd', 'mon'];

/**
 * Why the S3 tests cannot run on this machine, or undefined. With `CI=true` they must run: it throws then.
 */
export function whyNoRadosgw(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = PROGRAMS.filter((name) => !folders.some((at) => existsSync(join(at, name))));
  if (missing.length === 0) return;
  const why = `no ${missing.join(', ')} here (Debian: ceph-mon ceph-osd radosgw)`;
  if (process.env.CI === 'true') throw new Error(why);
  return why;
}

/** A client of a local S3 server that takes the key pair `local` / `local`. */
function localS3Client(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Starts radosgw in a temporary folder (about 15 s) and makes versioned buckets of these names. */
export async function startRadosgw(buckets: readonly string[]): Promise<Radosgw> {
  const folder = await mkdtemp(join(tmpdir(), 'radosgw-'));
  const port = await freePort();
  const script = join(import.meta.dirname, 'radosgw-up.sh');
  const endpoint = `http://127.0.0.1:${port}`;
  const client = localS3Client(endpoint);

  async function stop(): Promise<void> {
    client.destroy();
    for (const daemon of DAEMONS) await kill(join(folder, `${daemon}.pid`));
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  try {
    await promisify(execFile)('bash', [script, folder, String(port), String(await freePort())]);
    for (const Bucket of buckets) {
      await client.send(new CreateBucketCommand({ Bucket }));
      const VersioningConfiguration = { Status: 'Enabled' } as const;
      await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, client, stop };
}

/** At once: there is nothing in memory worth keeping. */
async function kill(pidFile: string): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
