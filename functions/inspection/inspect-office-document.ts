import { crc32 } from 'node:zlib';
import { type Archive, type ArchiveEntry, readArchive } from './archive-entries.ts';
import { watchBytes } from './byte-watch.ts';
import { testVirus } from './foreign-bytes.ts';
import type { InspectionBudget } from './inspection-budget.ts';
import { readMainPart, requirePassiveName, requirePassiveRelations } from './office-rules.ts';
import { officeTypes } from './office-types.ts';
import { requirePassiveHead, withWholeHead } from './part-heads.ts';
import { asRejected, Rejected } from './rejected.ts';
import { watchXml } from './xml-watch.ts';

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const CONTENT_TYPES = '[Content_Types].xml';
const LONGEST_KEPT_PART = 4 * 1024 * 1024;

/** An Office Open XML document of one of these types: every part of it is inflated and looked at. @throws Rejected */
export async function inspectOfficeDocument(
  bytes: Buffer,
  budget: InspectionBudget,
  allowed: readonly string[],
): Promise<void> {
  requireArchive(bytes);
  budget.cap(bytes.length * budget.limits.inflationRatio);
  await inspectPackage(bytes, budget, allowed, 0);
}

function requireArchive(bytes: Buffer): void {
  if (bytes.subarray(0, 4).equals(LOCAL_HEADER)) return;
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE) && bytes.includes(ENCRYPTED_PACKAGE)) {
    throw new Rejected('encrypted', 'a document with a password');
  }
  throw new Rejected('signature-mismatch', 'no ZIP signature');
}

async function inspectPackage(
  bytes: Buffer,
  budget: InspectionBudget,
  allowed: readonly string[],
  depth: number,
): Promise<void> {
  const archive = await readArchive(bytes, budget);
  const names = new Set(archive.entries.map(({ name }) => name));
  const contentTypes = archive.entries.find(({ name }) => name === CONTENT_TYPES);
  if (contentTypes === undefined) throw new Rejected('structure', 'no content types');
  for (const { name } of archive.entries) requirePassiveName(name);

  let mainPart: string | undefined;
  for (const item of [contentTypes, ...archive.entries.filter((other) => other !== contentTypes)]) {
    const part = await readPart(archive, item, budget);
    if (item === contentTypes) mainPart = readMainPart(part.toString('utf8'), allowed);
    if (/\.rels$/i.test(item.name)) requirePassiveRelations(part.toString('utf8'));
    if (part.subarray(0, 4).equals(LOCAL_HEADER)) await inspectNested(part, budget, depth);
  }
  if (!names.has(mainPart ?? '') || !names.has('_rels/.rels')) {
    throw new Rejected('structure', 'no main part');
  }
}

async function inspectNested(part: Buffer, budget: InspectionBudget, depth: number) {
  if (depth >= budget.limits.archiveDepth) {
    throw new Rejected('archive-limits', 'archives inside archives');
  }
  await inspectPackage(part, budget, officeTypes, depth + 1);
}

/** Inflates a part through the watches; keeps it whole only if somebody will read it again. */
async function readPart(
  archive: Archive,
  { name, entry }: ArchiveEntry,
  budget: InspectionBudget,
): Promise<Buffer> {
  const seeVirus = watchBytes(testVirus);
  const watch = watchXml(name);
  const keep = createKeeper(name, budget.limits.fileBytes);
  let checksum = 0;
  let size = 0;
  try {
    const stream: AsyncIterable<Buffer> = await archive.zip.openReadStreamPromise(entry);
    for await (const chunk of withWholeHead(stream)) {
      budget.spend(chunk.length);
      size += chunk.length;
      checksum = crc32(chunk, checksum);
      seeVirus(chunk);
      watch(chunk);
      keep.take(chunk);
    }
  } catch (error) {
    throw asRejected(error);
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new Rejected('structure', 'a part that is not what the directory says');
  }
  return keep.kept();
}

function createKeeper(name: string, longestArchive: number) {
  const isRead = name === CONTENT_TYPES || /\.rels$/i.test(name);
  const chunks: Buffer[] = [];
  let size = 0;
  let isArchive = false;
  return {
    take(chunk: Buffer): void {
      if (size === 0) {
        isArchive = chunk.subarray(0, 4).equals(LOCAL_HEADER);
        requirePassiveHead(chunk);
      }
      size += chunk.length;
      if (!isRead && !isArchive) return;
      if (size > (isArchive ? longestArchive : LONGEST_KEPT_PART)) {
        throw new Rejected('archive-limits', 'a part too large to read');
      }
      chunks.push(chunk);
    },
    kept: () => Buffer.concat(chunks),
  };
}
