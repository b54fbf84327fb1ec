import { setTimeout as sleep } from 'node:timers/promises';

/** How long a store may take to send one object. */
export interface ReadLimits {
  /** Without a single byte. */
  readonly silenceMilliseconds: number;
  /** From the first byte asked for to the last one sent. */
  readonly readMilliseconds: number;
}

/**
 * Passes a source on until it is silent or goes on for too long: the store is at fault then, not the file. @throws Error
 * then, and what the source throws
 */
export async function* withoutStalls(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  const end = performance.now() + limits.readMilliseconds;
  const iterator = source[Symbol.asyncIterator]();
  let finished = false;
  try {
    for (;;) {
      const left = Math.max(0, end - performance.now());
      const step = await orStalled(iterator.next(), Math.min(limits.silenceMilliseconds, left));
      finished = step.done === true;
      if (step.done === true) return;
      // A source that always has a byte ready never lets a timer speak.
      if (performance.now() > end) throw stalled();
      yield step.value;
    }
  } finally {
    // Not waited for: a source that stalls may not answer this either.
    if (!finished) void iterator.return?.().catch(() => undefined);
  }
}

async function orStalled<T>(step: Promise<T>, milliseconds: number): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([step, stall(milliseconds, stop.signal)]);
  } finally {
    stop.abort();
  }
}

async function stall(milliseconds: number, signal: AbortSignal): Promise<never> {
  await sleep(milliseconds, undefined, { signal, ref: false });
  throw stalled();
}

function stalled(): Error {
  return new Error('the store stopped sending the object');
}
