import { describe, expect, it } from 'vitest';
import { readDate, readMoment, writeDate } from '../../web/src/ui/typed-date.ts';

describe('a date that is typed', () => {
  it.each([
    ['31/05/2026', '2026-05-31'],
    [' 1/6/2026 ', '2026-06-01'],
    ['01-06-2026', '2026-06-01'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  it.each(['', '31/5', '29/02/2026', '31/04/2026', '2026-05-31', '05/31/2026', '31/05/26'])(
    '%s is none',
    (typed) => {
      expect(readDate(typed)).toBeUndefined();
    },
  );
});

describe('a time that is typed', () => {
  it.each([
    ['31/05/2026 17:00', '2026-05-31T17:00'],
    ['1/6/2026  8:05', '2026-06-01T08:05'],
    ['17:00 31/05/2026', '2026-05-31T17:00'],
    ['17h00, 31/05/2026', '2026-05-31T17:00'],
    ['31/05/2026 17:00:30', '2026-05-31T17:00:30'],
  ])('%s is %s', (typed, moment) => {
    expect(readMoment(typed)).toBe(moment);
  });

  it.each(['', '31/05/2026', '31/05/2026 24:00', '30/02/2026 10:00', '31/05/2026 17'])(
    '%s is none',
    (typed) => {
      expect(readMoment(typed)).toBeUndefined();
    },
  );
});

describe('what is kept', () => {
  it.each([
    ['2026-05-31', '31/05/2026'],
    ['2026-05-31T17:00', '31/05/2026 17:00'],
    ['2026-05-31T17:00:30', '31/05/2026 17:00:30'],
    ['31/5', '31/5'],
    ['', ''],
  ])('%s is written as %s', (local, written) => {
    expect(writeDate(local)).toBe(written);
  });
});
