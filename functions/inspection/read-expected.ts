import { createHash } from 'node:crypto';
import { Rejected } from './rejected.ts';
import { type ReadLimits, withoutStalls } from './without-stalls.ts';

/** What the bytes were announced as: how many, and their SHA-256 in lower-case hex. */
interface Announced {
  readonly size: number;
  readonly sha256: string;
}

/**
 * The bytes, once they are proved to be as many and the same as announced. Reads no further than the announced size.
 * @throws Rejected `size-mismatch`, `hash-mismatch`; what the source throws, and when it stalls
 */
export async function readExpected(
  source: AsyncIterable<Uint8Array>,
  expected: Announced,
  limits: ReadLimits & { readonly fileBytes: number },
): Promise<Buffer> {
  requireSizeUpTo(limits.fileBytes, expected);
  const bytes = Buffer.alloc(expected.size);
  let filled = 0;
  for await (const chunk of passExpected(source, expected, limits)) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes;
}

/** Announced as larger than is looked at. @throws Rejected `size-mismatch` */
export function requireSizeUpTo(mostBytes: number, { size }: Announced): void {
  if (size > mostBytes) throw new Rejected('size-mismatch', 'larger than is looked at');
}

/**
 * Passes the bytes on in pieces. Only whoever reads to the end knows that they are what was announced: the last step
 * throws otherwise. @throws as `readExpected` does
 */
export async function* passExpected(
  source: AsyncIterable<Uint8Array>,
  expected: Announced,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let passed = 0;
  for await (const chunk of withoutStalls(source, limits)) {
    passed += chunk.length;
    if (passed > expected.size) throw new Rejected('size-mismatch', 'longer');
    hash.update(chunk);
    yield chunk;
  }
  if (passed !== expected.size) throw new Rejected('size-mismatch', 'shorter');
  if (hash.digest('hex') !== expected.sha256) throw new Rejected('hash-mismatch', 'other bytes');
}
