import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode, syncFolder, writeSynced } from './durable-write.ts';

/**
 * The text of a file that only its owner may read; made durably by `make` when there is none. Of two processes
 * that start at once one file is kept and both read it.
 */
export async function readOrMakeSecret(
  path: string,
  make: () => string | Promise<string>,
): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw error;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.new`;
  try {
    await writeSynced(draft, await make());
    // `link` never replaces, where `rename` would.
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return await readFile(path, 'utf8');
}
