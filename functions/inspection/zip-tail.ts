import { Rejected } from './rejected.ts';

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_BYTES = 22;
const LONGEST_TAIL = END_RECORD_BYTES + 0xffff;

/** The record at the end of a ZIP archive, as far as it is needed. */
export interface ZipTail {
  readonly at: number;
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryAt: number;
}

/** The end record whose comment reaches exactly to the last byte: the one that every program takes. */
export function findZipTail(bytes: Buffer): ZipTail | undefined {
  const at = endRecords(bytes).find((start) => reachesEnd(bytes, start));
  if (at === undefined) return;
  return {
    at,
    entries: bytes.readUInt16LE(at + 10),
    directoryBytes: bytes.readUInt32LE(at + 12),
    directoryAt: bytes.readUInt32LE(at + 16),
  };
}

/**
 * Refuses what some program opens as an archive from its end, whatever it begins with. Many pass over bytes behind the
 * end record, so its four letters count wherever it says what such a record must. @throws Rejected `structure`
 */
export function refuseArchiveTail(bytes: Buffer): void {
  const isArchive = endRecords(bytes).some((at) => reachesEnd(bytes, at) || isSound(bytes, at));
  if (isArchive) throw new Rejected('structure', 'also a ZIP archive');
}

/** The same for bytes that come in pieces, of which no more is kept than the record needs. */
export function watchArchiveTail(): { see(piece: Buffer): void; finish(): void } {
  const pieces: Buffer[] = [];
  let kept = 0;
  return {
    see(piece) {
      pieces.push(piece);
      kept += piece.length;
      while (kept - (pieces[0]?.length ?? kept) >= LONGEST_TAIL) {
        kept -= pieces.shift()?.length ?? 0;
      }
    },
    finish: () => refuseArchiveTail(Buffer.concat(pieces)),
  };
}

/** Where end records may begin, the last one first. */
function endRecords(bytes: Buffer): number[] {
  const first = Math.max(0, bytes.length - LONGEST_TAIL);
  const found: number[] = [];
  let at = bytes.indexOf(END_RECORD, first);
  while (at >= 0) {
    if (at + END_RECORD_BYTES <= bytes.length) found.unshift(at);
    at = bytes.indexOf(END_RECORD, at + 1);
  }
  return found;
}

function reachesEnd(bytes: Buffer, at: number): boolean {
  return at + END_RECORD_BYTES + bytes.readUInt16LE(at + 20) === bytes.length;
}

/** One disk, and as many entries on it as in all: by chance once in 2^48. */
function isSound(bytes: Buffer, at: number): boolean {
  const entries = bytes.readUInt16LE(at + 10);
  return bytes.readUInt32LE(at + 4) === 0 && bytes.readUInt16LE(at + 8) === entries && entries > 0;
}
