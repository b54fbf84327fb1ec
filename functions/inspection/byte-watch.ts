import type { InspectionReason } from '../../lib/contest/inspection-reasons.ts';
import { Rejected } from './rejected.ts';

/** Bytes that may stand nowhere in a file or a part of it. */
export interface ForbiddenBytes {
  readonly bytes: Buffer;
  readonly reason: InspectionReason;
  /** What was found then, for the log. */
  readonly is: string;
}

/** Looks at the pieces of one file or part in turn. @throws Rejected */
export type ByteWatch = (piece: Buffer) => void;

/** Looks at bytes that are whole. @throws Rejected */
export function refuseBytes(forbidden: readonly ForbiddenBytes[], bytes: Buffer): void {
  for (const { bytes: pattern, reason, is } of forbidden) {
    if (bytes.includes(pattern)) throw new Rejected(reason, is);
  }
}

/** The same for bytes that come in pieces, wherever a piece ends. */
export function watchBytes(forbidden: readonly ForbiddenBytes[]): ByteWatch {
  const overlap = Math.max(...forbidden.map(({ bytes }) => bytes.length)) - 1;
  let before = Buffer.alloc(0);
  return (piece) => {
    refuseBytes(forbidden, piece);
    // Only the seam is put together: a copy of every piece would cost more than the search.
    refuseBytes(forbidden, Buffer.concat([before, piece.subarray(0, overlap)]));
    before = Buffer.concat([before, piece.subarray(-overlap)]).subarray(-overlap);
  };
}
