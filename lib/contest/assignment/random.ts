/** Chance that anybody can repeat: the same digest gives the same numbers. */
export interface Random {
  /** The next whole number from 0 up to, not including, `limit` (at most 2^20). */
  readonly below: (limit: number) => number;
}

const wordCount = 8;

/** The eight 32-bit words of a SHA-256 digest in hexadecimal; a RangeError for any other text. */
export function wordsOf(digest: string): readonly number[] {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('a digest is 64 hexadecimal digits');
  return Array.from({ length: wordCount }, (_, at) =>
    Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16),
  );
}

/** Numbers by Blackman and Vigna's xoshiro128**, begun from all bits of the digest. */
export function randomFrom(digest: string): Random {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = wordsOf(digest);
  const state = { a: a ^ e, b: b ^ f, c: c ^ g, d: d ^ h };
  // The one state that never leaves itself.
  if ((state.a | state.b | state.c | state.d) === 0) state.d = 1;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(state.b, 5), 7), 9) >>> 0;
    const shifted = state.b << 9;
    state.c ^= state.a;
    state.d ^= state.b;
    state.b ^= state.c;
    state.a ^= state.d;
    state.c ^= shifted;
    state.d = rotate(state.d, 11);
    return result;
  };
  return { below: (limit) => Math.floor((next() * limit) / 2 ** 32) };
}

/** A 32-bit hash of an id under a word of the seed. */
export function hashOf(word: number, id: string): number {
  let hash = word | 0;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** Spreads every bit over all others (the end of MurmurHash3). */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
