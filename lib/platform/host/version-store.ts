import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { compareKeys } from '../object-key.ts';
import { hasCode, makeFolders, moveIfFree, syncFolder, writeSynced } from './durable-write.ts';

/**
 * Versions on disk. `objects/<segment>/<segment>@/<ordinal>/` holds `bytes` and `about.json`; a version is made in
 * `incoming/` and moved into place whole, so that none is ever seen half-written and two cannot share an ordinal.
 * Folders follow the key, with capitals marked for file systems that do not tell them apart.
 */
const About = z.strictObject({
  key: z.string(),
  versionId: z.string(),
  size: z.number(),
  sha256: z.string(),
  contentType: z.string(),
  cacheControl: z.string().optional(),
  storedAt: z.string(),
});

/** What is known of a version: `StoredObject` and the SHA-256 (hex) of its bytes. */
export type About = z.infer<typeof About>;

/** Bytes that are on the disk, but no version yet. */
export interface Draft {
  readonly folder: string;
  readonly size: number;
  readonly sha256: string;
}

/** What `incoming/` holds after a crash is thrown away when it is this old: no upload lasts so long. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;
const VERSION_ID = /^(\d{8})-[0-9a-f]{16}$/;
const ORDINAL = /^\d{8}$/;

export interface VersionStore {
  /** The newest version, or the one named. */
  find(key: string, versionId?: string): Promise<About | undefined>;
  /** Where the bytes of a found version are. */
  bytesPath(about: About): string;
  /** Takes bytes in, synced; leaves nothing behind when the source fails. */
  receive(source: AsyncIterable<Uint8Array>): Promise<Draft>;
  discard(draft: Draft): Promise<void>;
  /** A name for the key's next version, or for its first. */
  nextVersionId(key: string, first: boolean): Promise<string>;
  /** Makes a draft that version; false when another took the ordinal meanwhile. */
  publish(draft: Draft, about: About): Promise<boolean>;
  /** Every key that begins so, in byte order. */
  keys(prefix: string): Promise<string[]>;
}

/** Opens, and where needed makes, the folder. Any number of processes may share it. */
export async function openVersionStore(folder: string): Promise<VersionStore> {
  const objects = join(folder, 'objects');
  const incoming = join(folder, 'incoming');
  await mkdir(objects, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await clearAbandoned(incoming);

  function folderOf(key: string): string {
    return `${join(objects, ...key.split('/').map(markCapitals))}@`;
  }

  async function receive(source: AsyncIterable<Uint8Array>): Promise<Draft> {
    const draft = join(incoming, randomUUID());
    await mkdir(draft, { mode: 0o700 });
    try {
      return { folder: draft, ...(await writeHashed(join(draft, 'bytes'), source)) };
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  }

  return {
    async find(key, versionId) {
      const ordinal =
        versionId === undefined
          ? (await ordinalsIn(folderOf(key))).at(-1)
          : VERSION_ID.exec(versionId)?.[1];
      if (ordinal === undefined) return;
      const about = await readAbout(join(folderOf(key), ordinal, 'about.json'));
      return versionId === undefined || about?.versionId === versionId ? about : undefined;
    },
    bytesPath(about) {
      return join(folderOf(about.key), about.versionId.slice(0, 8), 'bytes');
    },
    receive,
    async discard(draft) {
      await rm(draft.folder, { recursive: true, force: true });
    },
    async nextVersionId(key, first) {
      const newest = first ? undefined : (await ordinalsIn(folderOf(key))).at(-1);
      const ordinal = String(Number(newest ?? '0') + 1).padStart(8, '0');
      return `${ordinal}-${randomBytes(8).toString('hex')}`;
    },
    async publish(draft, about) {
      const notes = join(draft.folder, 'about.json');
      await rm(notes, { force: true });
      await writeSynced(notes, JSON.stringify(about));
      await syncFolder(draft.folder);
      const home = folderOf(about.key);
      await makeFolders(objects, home);
      return await moveIfFree(draft.folder, join(home, about.versionId.slice(0, 8)));
    },
    async keys(prefix) {
      const whole = prefix.split('/').slice(0, -1);
      const start = join(objects, ...whole.map(markCapitals));
      const found: string[] = [];
      await collectKeys(start, whole.map((segment) => `${segment}/`).join(''), prefix, found);
      return found.sort(compareKeys);
    },
  };
}

function markCapitals(segment: string): string {
  return segment.replace(/[A-Z]/g, (letter) => `^${letter.toLowerCase()}`);
}

function unmarkCapitals(name: string): string {
  return name.replace(/\^([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function collectKeys(folder: string, above: string, prefix: string, found: string[]) {
  for (const name of await namesIn(folder)) {
    const isKey = name.endsWith('@');
    const path = above + unmarkCapitals(isKey ? name.slice(0, -1) : name);
    if (isKey) {
      const holdsOne = path.startsWith(prefix) && (await ordinalsIn(join(folder, name))).length > 0;
      if (holdsOne) found.push(path);
    } else if (`${path}/`.startsWith(prefix) || prefix.startsWith(`${path}/`)) {
      await collectKeys(join(folder, name), `${path}/`, prefix, found);
    }
  }
}

async function ordinalsIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => ORDINAL.test(name)).sort(compareKeys);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return [];
    throw error;
  }
}

async function readAbout(path: string): Promise<About | undefined> {
  try {
    return About.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return;
    throw error;
  }
}

async function writeHashed(path: string, source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function clearAbandoned(incoming: string): Promise<void> {
  for (const name of await namesIn(incoming)) {
    const draft = join(incoming, name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS)
      await rm(draft, { recursive: true, force: true });
  }
}
