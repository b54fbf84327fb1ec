import { describe, expect, it } from 'vitest';
import { isIso, typedDate, typedMoment } from '../../web/src/ui/typed-date.ts';

describe('a date that is typed', () => {
  it.each([
    ['31/05/2026', '2026-05-31'],
    [' 1/6/2026 ', '2026-06-01'],
    ['01-06-2026', '2026-06-01'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (typed, date) => {
    expect(typedDate(typed)).toBe(date);
  });

  it.each(['', '31/5', '29/02/2026', '31/04/2026', '2026-05-31', '05/31/2026', '31/05/26'])(
    '"%s" is none',
    (typed) => {
      expect(typedDate(typed)).toBeUndefined();
    },
  );
});

describe('a time that is typed', () => {
  it.each([
    ['17:00 31/05/2026', '2026-05-31T17:00'],
    ['31/05/2026 17:00', '2026-05-31T17:00'],
    ['1/6/2026  8:05', '2026-06-01T08:05'],
    ['17h00, 31/05/2026', '2026-05-31T17:00'],
    ['17h 31/05/2026', '2026-05-31T17:00'],
    ['00:00 01/01/2027', '2027-01-01T00:00'],
  ])('%s is %s', (typed, moment) => {
    expect(typedMoment(typed)).toBe(moment);
  });

  it.each([
    '',
    '31/05/2026',
    '24:00 31/05/2026',
    '17:60 31/05/2026',
    '10:00 30/02/2026',
    '17:0 31/05/2026',
    '17:00 31/05/2026 giờ',
  ])('"%s" is none', (typed) => {
    expect(typedMoment(typed)).toBeUndefined();
  });
});

it('tells what is whole from what is still being typed', () => {
  const texts = ['2026-05-31', '2026-05-31T17:00', '31/05/2026', '2026-05', ''];
  expect(texts.map(isIso)).toEqual([true, true, false, false, false]);
});
