import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
import type { InspectionBudget } from './inspection-budget.ts';
import { asRejected, Rejected } from './rejected.ts';
import { findZipTail, type ZipTail } from './zip-tail.ts';

/** A file of an archive, its name proved to stay inside. */
export interface ArchiveEntry {
  readonly name: string;
  readonly entry: Entry;
}

export interface Archive {
  readonly zip: ZipFile;
  readonly entries: readonly ArchiveEntry[];
}

const CENTRAL_HEADER_BYTES = 46;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;
/** A segment that is empty or ends with a dot: some programs drop it. */
const NOWHERE = /(?:^|\/)\/|\.(?:\/|$)/;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads a ZIP archive's directory, and refuses one that two programs could read differently: bytes before, between or
 * behind, parts that overlap, a local header that disagrees, a name twice. @throws Rejected
 */
export async function readArchive(bytes: Buffer, budget: InspectionBudget): Promise<Archive> {
  const tail = findZipTail(bytes);
  if (tail === undefined || tail.directoryAt + tail.directoryBytes !== tail.at) {
    throw new Rejected(
      'structure',
      'no ZIP directory at the end (or ZIP64, which no document needs)',
    );
  }
  if (tail.entries > budget.limits.archiveEntries) {
    throw new Rejected('archive-limits', `${tail.entries} entries`);
  }
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false });
    const entries = await readDirectory(zip, tail, budget);
    await requireSeparate(zip, entries, tail);
    return { zip, entries };
  } catch (error) {
    throw asRejected(error);
  }
}

async function readDirectory(zip: ZipFile, tail: ZipTail, budget: InspectionBudget) {
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  let directoryBytes = 0;
  for await (const entry of zip.eachEntry()) {
    budget.tick();
    const name = entry.fileNameRaw.toString('latin1');
    requireSafeName(name);
    requirePlainEntry(entry);
    const plain = plainName(name);
    if (names.has(plain)) throw new Rejected('structure', 'a name twice');
    names.add(plain);
    entries.push({ name, entry });
    const { fileNameLength, extraFieldLength, fileCommentLength } = entry;
    directoryBytes += CENTRAL_HEADER_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
  }
  // A reader that walks the directory instead of counting would find more than this one did.
  if (directoryBytes !== tail.directoryBytes) throw new Rejected('structure', 'a false count');
  return entries;
}

function requireSafeName(name: string): void {
  const plain = plainName(name);
  const bad =
    /\p{Cc}/u.test(plain) || [name, plain].some((each) => validateFileName(each) !== null);
  if (bad || NOWHERE.test(plain)) throw new Rejected('archive-path', 'a name that leads elsewhere');
  // Part names are ASCII (ECMA-376-2); another alphabet is read differently by different programs.
  if (!/^[\x20-\x7e]+$/.test(name)) throw new Rejected('structure', 'a name that is not ASCII');
}

/** As the packaging convention compares names (ECMA-376-2 §6.2): without regard to case, `%xx` resolved. */
function plainName(name: string): string {
  return name
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toLowerCase();
}

function requirePlainEntry(entry: Entry): void {
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & FILE_TYPE) === SYMLINK) throw new Rejected('archive-path', 'a symbolic link');
  if (entry.isEncrypted()) throw new Rejected('encrypted', 'an encrypted part');
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    throw new Rejected('structure', `compression method ${method}`);
  }
}

/** Parts that share bytes are how a small archive inflates to petabytes without nesting. */
async function requireSeparate(zip: ZipFile, entries: readonly ArchiveEntry[], tail: ZipTail) {
  const spans: { start: number; end: number }[] = [];
  for (const { entry } of entries) {
    const local = await zip.readLocalFileHeaderPromise(entry);
    const agrees =
      local.fileName.equals(entry.fileNameRaw) &&
      local.compressionMethod === entry.compressionMethod &&
      local.generalPurposeBitFlag === entry.generalPurposeBitFlag;
    if (!agrees) throw new Rejected('structure', 'a local header that disagrees');
    const start = entry.relativeOffsetOfLocalHeader;
    spans.push({ start, end: local.fileDataStart + entry.compressedSize });
  }
  let free = 0;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (start < free) throw new Rejected('archive-limits', 'parts that overlap');
    free = end;
  }
  if (free > tail.directoryAt) throw new Rejected('archive-limits', 'a part over the directory');
  if (spans[0]?.start !== 0) throw new Rejected('structure', 'bytes before the archive');
}
