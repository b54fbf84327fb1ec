import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../lib/contest/assignment/random.ts';

const digestOf = (...words: number[]) =>
  Array.from({ length: 8 }, (_, at) => (words[at] ?? 0).toString(16).padStart(8, '0')).join('');

describe('numbers by lot', () => {
  test("are xoshiro128**'s: the first of the state 1, 2, 3, 4", () => {
    const random = randomFrom(digestOf(1, 2, 3, 4));
    const first = [11520, 0, 5927040, 70819200, 2031721491, 1637235492, 1287239034, 3734860849];
    expect(first.map(() => random.below(2 ** 20))).toEqual(first.map((value) => value >>> 12));
  });

  test('come of a digest of zeros too', () => {
    const random = randomFrom(digestOf());
    const found = new Set(Array.from({ length: 50 }, () => random.below(1000)));
    expect(found.size).toBeGreaterThan(30);
  });

  test('are below the limit, each about as often', () => {
    const random = randomFrom('5eed'.repeat(16));
    const counts = [0, 0, 0, 0, 0];
    for (let left = 10_000; left > 0; left -= 1) counts[random.below(5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(150);
  });

  test.each(['', 'A'.repeat(64), '0'.repeat(63), '0'.repeat(65), 'g'.repeat(64)])(
    'need 64 hexadecimal digits, not %j',
    (digest) => {
      expect(() => randomFrom(digest)).toThrow(RangeError);
    },
  );
});
