import { Rejected } from './rejected.ts';

/** Reads a source of bytes once, from the front to the end, holding no more than one piece of it. */
export interface ByteReader {
  /** How many bytes were read or passed over. */
  readonly at: () => number;
  /** The next so many bytes, which must be few. @throws Rejected `structure` when there are fewer */
  take(count: number): Promise<Buffer>;
  /** @throws as `take` does */
  skip(count: number): Promise<void>;
  /** Reads to the end of the source, so that it may say what it finds there. */
  drain(): Promise<void>;
  /** Tells the source that no more is wanted. */
  close(): Promise<void>;
}

/** `source` gives pieces that nobody changes afterwards. */
export function openByteReader(source: AsyncIterable<Buffer>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let piece: Buffer = Buffer.alloc(0);
  let at = 0;

  async function next(): Promise<boolean> {
    const step = await iterator.next();
    piece = step.done === true ? Buffer.alloc(0) : step.value;
    return step.done !== true;
  }

  /** Up to so many bytes out of the piece at hand. */
  async function some(count: number): Promise<Buffer> {
    while (piece.length === 0) if (!(await next())) throw new Rejected('structure', 'cut short');
    const part = piece.subarray(0, count);
    piece = piece.subarray(part.length);
    at += part.length;
    return part;
  }

  return {
    at: () => at,
    async take(count) {
      const taken = Buffer.alloc(count);
      for (let filled = 0; filled < count; ) {
        const part = await some(count - filled);
        taken.set(part, filled);
        filled += part.length;
      }
      return taken;
    },
    async skip(count) {
      for (let left = count; left > 0; ) left -= (await some(left)).length;
    },
    async drain() {
      while (await next());
    },
    async close() {
      await iterator.return?.();
    },
  };
}
