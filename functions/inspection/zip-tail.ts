const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** The record at the end of a ZIP archive, as far as it is needed. */
export interface ZipTail {
  readonly at: number;
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryAt: number;
}

/**
 * The end record whose comment reaches exactly to the last byte: where it exists, a program will open the bytes as an
 * archive, whatever they begin with.
 */
export function findZipTail(bytes: Buffer): ZipTail | undefined {
  const first = Math.max(0, bytes.length - END_RECORD_BYTES - LONGEST_COMMENT);
  let at = bytes.lastIndexOf(END_RECORD);
  while (at >= first) {
    const end = at + END_RECORD_BYTES;
    if (end <= bytes.length && end + bytes.readUInt16LE(at + 20) === bytes.length) {
      return {
        at,
        entries: bytes.readUInt16LE(at + 10),
        directoryBytes: bytes.readUInt32LE(at + 12),
        directoryAt: bytes.readUInt32LE(at + 16),
      };
    }
    if (at === 0) return;
    at = bytes.lastIndexOf(END_RECORD, at - 1);
  }
  return;
}
