import { describe, expect, test } from 'vitest';
import { earliestWithin, haveMorePassed, haveYearsPassed } from '../../lib/contest/age.ts';

describe('eighteen years have passed', () => {
  test.each([
    ['2004-07-31', '2022-07-30', false],
    ['2004-07-31', '2022-07-31', true],
    ['2004-08-01', '2022-07-31', false],
    // Born on 29 February: of age on 1 March of a year without one.
    ['2004-02-29', '2022-02-28', false],
    ['2004-02-29', '2022-03-01', true],
    ['2004-02-29', '2024-02-28', true],
    // On 29 February itself, of a year that had none eighteen before.
    ['2006-02-28', '2024-02-29', true],
    ['2006-03-01', '2024-02-29', false],
  ])('since %s on %s: %s', (since, on, expected) => {
    expect(haveYearsPassed(since, 18, on)).toBe(expected);
  });
});

describe('more than five years have passed', () => {
  test.each([
    ['2017-07-30', '2022-07-31', true],
    ['2017-07-31', '2022-07-31', false],
    ['2022-08-01', '2022-07-31', false],
    ['2016-02-29', '2021-02-28', false],
    ['2016-02-29', '2021-03-01', true],
    ['2019-02-28', '2024-02-29', true],
    ['2019-03-01', '2024-02-29', false],
  ])('since %s on %s: %s', (since, on, expected) => {
    expect(haveMorePassed(since, 5, on)).toBe(expected);
  });
});

test.each([
  ['2022-07-31', '2017-07-31'],
  ['2024-02-29', '2019-03-01'],
  ['2025-02-28', '2020-02-28'],
  ['1004-05-06', '0999-03-01'],
])('the earliest day within five years on %s is %s', (on, expected) => {
  expect(earliestWithin(5, on)).toBe(expected);
});

test('the earliest day within is within, the day before is not', () => {
  for (const on of ['2022-07-31', '2024-02-29', '2021-03-01', '2021-02-28']) {
    const first = earliestWithin(5, on);
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
    expect([haveMorePassed(first, 5, on), haveMorePassed(before, 5, on)]).toEqual([false, true]);
  }
});
