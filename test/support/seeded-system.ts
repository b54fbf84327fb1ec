import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../../lib/platform/host/seed.ts';
import { type System, startSystem } from '../../lib/platform/host/system.ts';

/** What `npm start` brings up, on a free port and in a folder that goes with it. */
export async function startSeededSystem(): Promise<System> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'contest-pages-'));
  const system = await startSystem({
    dataFolder,
    port: 0,
    isShiftable: true,
    log: () => undefined,
  });
  await seed(system, dataFolder);
  await system.settled();
  return {
    ...system,
    async close() {
      await system.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
