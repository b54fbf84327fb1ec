import { Rejected } from './rejected.ts';

const PDF = Buffer.from('%PDF-');
/** So far into a file PDF readers look for their signature. */
const LOOKED_AT = 1024;

/** Refuses what a PDF reader would open as well, whatever it is otherwise. @throws Rejected `structure` */
export function refuseForeignStart(bytes: Buffer): void {
  if (bytes.subarray(0, LOOKED_AT).includes(PDF)) throw new Rejected('structure', 'also a PDF');
}

/** The same for bytes that come in pieces. */
export function watchForeignStart(): (piece: Buffer) => void {
  let start = Buffer.alloc(0);
  return (piece) => {
    if (start.length >= LOOKED_AT) return;
    start = Buffer.concat([start, piece.subarray(0, LOOKED_AT)]);
    refuseForeignStart(start);
  };
}
