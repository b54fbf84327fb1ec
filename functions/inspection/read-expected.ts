import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rejected } from './rejected.ts';

/** A store that sends nothing for so long is at fault, not the file. */
const LONGEST_SILENCE_MS = 15_000;

/**
 * The bytes, once they are proved to be as many and the same as announced. Reads no further than the announced size.
 * @throws Rejected `size-mismatch`, `hash-mismatch`; what the source throws
 */
export async function readExpected(
  source: AsyncIterable<Uint8Array>,
  expected: { readonly size: number; readonly sha256: string },
  mostBytes: number,
): Promise<Buffer> {
  if (expected.size > mostBytes) throw new Rejected('size-mismatch', 'larger than is looked at');
  const bytes = Buffer.alloc(expected.size);
  const hash = createHash('sha256');
  let filled = 0;
  for await (const chunk of withoutStalls(source)) {
    if (filled + chunk.length > expected.size) throw new Rejected('size-mismatch', 'longer');
    hash.update(chunk);
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  if (filled !== expected.size) throw new Rejected('size-mismatch', 'shorter');
  if (hash.digest('hex') !== expected.sha256) throw new Rejected('hash-mismatch', 'other bytes');
  return bytes;
}

async function* withoutStalls(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let finished = false;
  try {
    for (;;) {
      const step = await orStalled(iterator.next());
      finished = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    // Not waited for: a source that stalls may not answer this either.
    if (!finished) void iterator.return?.().catch(() => undefined);
  }
}

async function orStalled<T>(step: Promise<T>): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([step, stall(stop.signal)]);
  } finally {
    stop.abort();
  }
}

async function stall(signal: AbortSignal): Promise<never> {
  await sleep(LONGEST_SILENCE_MS, undefined, { signal, ref: false });
  throw new Error('the store stopped sending the object');
}
