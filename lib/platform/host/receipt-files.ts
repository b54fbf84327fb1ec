import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReceiptClaims } from '../../store/receipt.ts';
import { hasCode } from './durable-write.ts';
import { UsageError } from './usage-error.ts';

type Document = ReceiptClaims['documents'][number];

/** A document of a receipt beside the files somebody has. */
export interface ComparedDocument {
  readonly document: Document;
  readonly outcome: 'same' | 'different' | 'not given';
}

export interface ComparedFiles {
  readonly documents: readonly ComparedDocument[];
  /** Files that were named one by one and are no document of the receipt, whatever they are called. */
  readonly strangers: readonly string[];
}

interface LocalFile {
  readonly path: string;
  /** Named itself, not found in a folder. */
  readonly isNamed: boolean;
  /** Absent where its size alone says that it is no document. */
  readonly sha256?: string;
}

/**
 * Compares a receipt's documents with local files and the contents of local folders: by content first, whatever a file
 * is called now, then by name. @throws UsageError for a path that leads nowhere
 */
export async function compareFiles(
  documents: readonly Document[],
  paths: readonly string[],
): Promise<ComparedFiles> {
  const sizes = new Set(documents.map(({ size }) => size));
  const files = (await Promise.all(paths.map((path) => filesAt(path, sizes)))).flat();
  const known = new Set(documents.map(({ sha256 }) => sha256));
  const others = files.filter(({ sha256 }) => sha256 === undefined || !known.has(sha256));
  const isNamed = ({ path }: LocalFile, { fileName }: Document): boolean =>
    basename(path).normalize('NFC') === fileName;
  const outcomeOf = (document: Document): ComparedDocument['outcome'] => {
    if (files.some(({ sha256 }) => sha256 === document.sha256)) return 'same';
    return others.some((file) => isNamed(file, document)) ? 'different' : 'not given';
  };
  const compared = documents.map((document) => ({ document, outcome: outcomeOf(document) }));
  const changed = compared.filter(({ outcome }) => outcome === 'different');
  const strangers = others.filter(
    (file) => file.isNamed && !changed.some(({ document }) => isNamed(file, document)),
  );
  return { documents: compared, strangers: strangers.map(({ path }) => path) };
}

async function filesAt(path: string, sizes: ReadonlySet<number>): Promise<LocalFile[]> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [await fileAt(path, true, sizes)];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const read: LocalFile[] = [];
    // One after the other: a folder may hold more files than may be open.
    for (const { parentPath, name } of files) {
      read.push(await fileAt(join(parentPath, name), false, sizes));
    }
    return read;
  } catch (error) {
    if (!hasCode(error, ['ENOENT', 'EACCES'])) throw error;
    throw new UsageError(`${path} cannot be read`);
  }
}

async function fileAt(
  path: string,
  isNamed: boolean,
  sizes: ReadonlySet<number>,
): Promise<LocalFile> {
  const { size } = await stat(path);
  if (!sizes.has(size)) return { path, isNamed };
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { path, isNamed, sha256: hash.digest('hex') };
}
