import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { type Host, type Joined, startHost } from '../../../lib/platform/host/host.ts';
import type { HostOptions } from '../../../lib/platform/host/host-options.ts';
import { openSignInKeys } from '../../../lib/platform/host/sign-in/sign-in-keys.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Made once for a test file: an RSA key takes a good part of a second. */
const keys = makeKeys();
afterAll(async () => await rm(await keys, { recursive: true, force: true }));

async function makeKeys(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contest-keys-'));
  await openSignInKeys(folder);
  return folder;
}

/** A folder that a test names makes its own keys: what is in it after a restart is what the host kept. */
async function freshFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(await keys, join(folder, 'keys'), { recursive: true });
  return folder;
}

/** A host without functions, unless given; silent, on a free port and in a fresh folder. */
export async function runningHost(
  options: Partial<HostOptions> = {},
  joined: Partial<Joined> = {},
): Promise<Host> {
  const dataFolder = options.dataFolder ?? (await freshFolder());
  const host = await startHost(
    { port: 0, log: () => undefined, ...options, dataFolder },
    { endpoints: [], reactions: {}, openapi: () => ({ openapi: '3.1.1' }), ...joined },
  );
  onTestFinished(host.close);
  return host;
}
