import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';

/** One file of the archive; its text comes in pieces. */
export interface Part {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Characters that are packed in one go: some 3 ms. */
const BATCH = 65_536;

/**
 * A ZIP archive of the parts, in their order. No part is ever in memory whole, and between two batches other work
 * has its turn: the host has one thread for all.
 */
export async function packParts(parts: Iterable<Part>): Promise<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const encoder = new TextEncoder();
  // The first day that ZIP knows, in local time as ZIP writes it: the same content is the same bytes everywhere.
  const packedAt = new Date(1980, 0, 1);
  for (const { name, pieces } of parts) {
    const file = new ZipDeflate(name);
    file.mtime = packedAt;
    zip.add(file);
    for (const text of batches(pieces)) {
      file.push(encoder.encode(text));
      await setImmediate();
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  return Buffer.concat(packed);
}

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
