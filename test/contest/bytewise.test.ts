import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytewise } from '../../lib/contest/bytewise.ts';

test('orders by UTF-8 bytes where UTF-16 code units differ', () => {
  expect(['\u{1F600}', '\uFF01', 'b', 'a', 'ab', ''].sort(compareBytewise)).toEqual([
    '',
    'a',
    'ab',
    'b',
    '\uFF01',
    '\u{1F600}',
  ]);
});

test('agrees with comparing the encoded bytes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareBytewise(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
