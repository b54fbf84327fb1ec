import { expect, test } from 'vitest';
import { sameData } from '../../lib/contest/same-data.ts';

const same: readonly (readonly [unknown, unknown])[] = [
  [1, 1],
  ['a', 'a'],
  [null, null],
  [[], []],
  [
    { a: 1, b: [{ c: 2 }] },
    { b: [{ c: 2 }], a: 1 },
  ],
  [{ a: 1, b: undefined }, { a: 1 }],
];

const different: readonly (readonly [unknown, unknown])[] = [
  [1, '1'],
  [null, undefined],
  [null, {}],
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], [1, 2]],
  [{ a: 1 }, { b: 1 }],
  [{ a: null }, {}],
  [{ a: undefined, b: 1 }, { a: 1 }],
  [{ a: { b: [1] } }, { a: { b: [2] } }],
];

test.each(same)('%o says the same as %o', (one, other) => {
  expect([sameData(one, other), sameData(other, one)]).toEqual([true, true]);
});

test.each(different)('%o says something else than %o', (one, other) => {
  expect([sameData(one, other), sameData(other, one)]).toEqual([false, false]);
});
