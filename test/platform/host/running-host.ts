import { onTestFinished } from 'vitest';
import { type Host, type Joined, startHost } from '../../../lib/platform/host/host.ts';
import type { HostOptions } from '../../../lib/platform/host/host-options.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A host without functions, unless given; silent, on a free port and in a fresh folder. */
export async function runningHost(
  options: Partial<HostOptions> = {},
  joined: Partial<Joined> = {},
): Promise<Host> {
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const host = await startHost(
    { port: 0, log: () => undefined, ...options, dataFolder },
    { endpoints: [], reactions: {}, openapi: () => ({ openapi: '3.1.1' }), ...joined },
  );
  onTestFinished(host.close);
  return host;
}
