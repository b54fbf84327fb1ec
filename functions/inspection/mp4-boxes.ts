import type { ByteReader } from './byte-reader.ts';
import type { InspectionLimits } from './inspection-limits.ts';
import { Rejected } from './rejected.ts';

/** A part of an ISO base media file (ISO/IEC 14496-12 §4.2): its four letters, and where in the file it ends. */
export interface Box {
  readonly type: string;
  readonly end: number;
}

const HEADER = 8;
const LARGE_HEADER = 16;
/** Printable; QuickTime's own names begin with a copyright sign. */
const TYPE = /^[\x20-\x7e\xa9][\x20-\x7e]{3}$/;

/** Reads the headers of one file's boxes and counts them. */
export interface BoxReader {
  /** The next box inside of `parentEnd`; at the top of the file a box may go on to its end. @throws Rejected */
  next(parentEnd: number, depth: number): Promise<Box>;
}

/** @throws Rejected `structure` for a box that does not fit where it stands, and for too many or too deep ones. */
export function readBoxes(reader: ByteReader, limits: InspectionLimits): BoxReader {
  let count = 0;
  return {
    async next(parentEnd, depth) {
      count += 1;
      if (count > limits.boxes) throw new Rejected('structure', 'too many boxes');
      if (depth > limits.boxDepth) throw new Rejected('structure', 'boxes too deep inside others');
      const start = reader.at();
      requireInside(start + HEADER, parentEnd);
      const header = await reader.take(HEADER);
      const type = header.toString('latin1', 4);
      if (!TYPE.test(type)) throw new Rejected('structure', 'a box without a name');
      const end = start + (await sizeOf(header.readUInt32BE(0), { type, start, parentEnd, depth }));
      requireInside(end, parentEnd);
      return { type, end };
    },
  };

  async function sizeOf(
    declared: number,
    at: { type: string; start: number; parentEnd: number; depth: number },
  ): Promise<number> {
    if (declared === 0) {
      // "To the end of the file" is for what comes last, and only pixels are written before they are counted.
      const isOpenEnded = at.depth === 0 && at.type === 'mdat';
      if (!isOpenEnded) throw new Rejected('structure', 'a box without an end');
      return at.parentEnd - at.start;
    }
    if (declared !== 1) return requireSize(declared, HEADER);
    requireInside(at.start + LARGE_HEADER, at.parentEnd);
    const large = (await reader.take(8)).readBigUInt64BE(0);
    return requireSize(Number(large), LARGE_HEADER);
  }
}

function requireSize(size: number, least: number): number {
  if (size < least) throw new Rejected('structure', 'a box smaller than its header');
  return size;
}

function requireInside(end: number, parentEnd: number): void {
  if (end > parentEnd) throw new Rejected('structure', 'a box that does not fit');
}
