import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { hasCode, writeSynced } from './durable-write.ts';

const HostFile = z.strictObject({
  /** Where the host was last reached. */
  origin: z.string(),
  /** Whose tokens it takes, where they are not its own. */
  otherIssuer: z.string().optional(),
});

/** What a data folder tells the programs beside the host. */
export type HostFile = z.infer<typeof HostFile>;

const pathIn = (dataFolder: string): string => join(dataFolder, 'host.json');

/** Notes where the host is reached. */
export async function writeHostFile(dataFolder: string, facts: HostFile): Promise<void> {
  const draft = join(dataFolder, `${randomUUID()}.new`);
  await writeSynced(draft, JSON.stringify(facts));
  await rename(draft, pathIn(dataFolder));
}

/** Undefined where no host has run yet. */
export async function readHostFile(dataFolder: string): Promise<HostFile | undefined> {
  try {
    return HostFile.parse(JSON.parse(await readFile(pathIn(dataFolder), 'utf8')));
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return undefined;
    throw error;
  }
}
