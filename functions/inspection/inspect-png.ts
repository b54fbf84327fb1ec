import { crc32 } from 'node:zlib';
import { requireImageSize } from './image-size.ts';
import type { InspectionBudget } from './inspection-budget.ts';
import { Rejected } from './rejected.ts';
import { refuseArchiveTail } from './zip-tail.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHUNK_TYPE = /^[A-Za-z]{4}$/;
/** Length, type and checksum around a chunk's bytes. */
const CHUNK_FRAME = 12;

interface PngChunk {
  readonly type: string;
  readonly content: Buffer;
}

/** A PNG from its signature to its last chunk, with nothing behind it. @throws Rejected */
export function inspectPng(bytes: Buffer, budget: InspectionBudget): void {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) {
    throw new Rejected('signature-mismatch', 'no PNG signature');
  }
  const types: string[] = [];
  let at = SIGNATURE.length;
  while (at < bytes.length) {
    const chunk = readChunk(bytes, at);
    requireInPlace(chunk, types);
    if (types.length === 0) requireHeader(chunk.type, chunk.content, budget);
    types.push(chunk.type);
    at += chunk.content.length + CHUNK_FRAME;
    if (chunk.type === 'IEND') break;
    budget.tick();
  }
  const whole = at === bytes.length && types.at(-1) === 'IEND' && types.includes('IDAT');
  if (!whole) throw new Rejected('structure', 'a PNG cut short or carrying more');
  refuseArchiveTail(bytes);
}

/** Of two headers each reader takes the one it likes; nothing has a place behind the last word. */
function requireInPlace({ type, content }: PngChunk, before: readonly string[]): void {
  const isSecond = type === 'IHDR' && before.length > 0;
  if (isSecond || (type === 'IEND' && content.length > 0)) {
    throw new Rejected('structure', 'a PNG chunk out of place');
  }
}

function readChunk(bytes: Buffer, at: number): PngChunk {
  const cut = new Rejected('structure', 'a broken PNG chunk');
  if (at + CHUNK_FRAME > bytes.length) throw cut;
  const length = bytes.readUInt32BE(at);
  const end = at + 8 + length;
  if (end + 4 > bytes.length) throw cut;
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (!CHUNK_TYPE.test(type)) throw cut;
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw cut;
  return { type, content: bytes.subarray(at + 8, end) };
}

function requireHeader(type: string, content: Buffer, budget: InspectionBudget): void {
  if (type !== 'IHDR' || content.length !== 13) throw new Rejected('structure', 'no PNG header');
  requireImageSize(content.readUInt32BE(0), content.readUInt32BE(4), budget.limits);
}
