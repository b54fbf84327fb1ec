import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes what was created or renamed in this folder survive power loss. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file, readable by its owner only, and waits until it is on the disk. @throws EEXIST */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes `folder` and its parents below `root`, durably; `root` exists. */
export async function makeFolders(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length > root.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/**
 * Moves a finished folder to a name that must be free: false, and nothing moved, when it is taken. `rename` onto a
 * folder with something in it fails on every system, which makes this the lock between two writers.
 */
export async function moveIfFree(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
  } catch (error) {
    if (hasCode(error, ['ENOTEMPTY', 'EEXIST', 'EPERM']) && (await exists(to))) return false;
    throw error;
  }
  await syncFolder(dirname(to));
  return true;
}

/** Whether this is a system error of one of these codes. */
export function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && codes.includes(error.code);
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
