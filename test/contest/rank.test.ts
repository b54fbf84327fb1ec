import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupEqual, numberPlaces, rank } from '../../lib/contest/rank.ts';

const highestFirst = (a: number, b: number) => b - a;

test('standard competition ranking: 1, 2, 2, 4', () => {
  expect(rank([7, 9, 5, 7], highestFirst)).toEqual([
    { rank: 1, members: [9] },
    { rank: 2, members: [7, 7] },
    { rank: 4, members: [5] },
  ]);
  expect(rank([], highestFirst)).toEqual([]);
  expect(rank([3, 3, 3], highestFirst)).toEqual([{ rank: 1, members: [3, 3, 3] }]);
});

test('a rank is one more than the number of those that are better', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (values) => {
      for (const { rank: place, members } of rank(values, highestFirst)) {
        for (const value of members) {
          expect(place).toBe(1 + values.filter((other) => other > value).length);
        }
      }
    }),
  );
});

test('groups keep the given order and the input stays as it is', () => {
  const values = [
    { n: 1, id: 'b' },
    { n: 2, id: 'c' },
    { n: 1, id: 'a' },
  ];
  const grouped = groupEqual(values, (a, b) => b.n - a.n);
  expect(grouped.map((group) => group.map(({ id }) => id))).toEqual([['c'], ['b', 'a']]);
  expect(values.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('places are numbered from any rank', () => {
  expect(numberPlaces([['a', 'b'], ['c']], 4)).toEqual([
    { rank: 4, members: ['a', 'b'] },
    { rank: 6, members: ['c'] },
  ]);
});
