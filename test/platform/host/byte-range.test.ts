import { expect, test } from 'vitest';
import { readRange } from '../../../lib/platform/host/byte-range.ts';

test.each([
  [undefined, 'everything'],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-', { start: 2, end: 9 }],
  ['bytes=2-99', { start: 2, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=3-2', 'everything'],
  ['bytes=-', 'everything'],
  ['bytes=0-1,4-5', 'everything'],
  ['lines=0-1', 'everything'],
])('%j of ten bytes', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test('nothing of nothing', () => {
  expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(readRange('bytes=-5', 0)).toBe('unsatisfiable');
});
