import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPoints, isOnGrid, parsePoints, whyNotPoints } from '../../lib/contest/points.ts';

const refused = [
  ['-0', '-1', '+8', '08.5', '00', '1e2', ' 8', '8 ', '8\n', '8,5', '0x10', '.5', '8.', '8.555'],
  ['', ' ', 'NaN', 'Infinity', '1_000', '1.000.0', '٨', '８', '8.5.', '--8', '0b1', 'null'],
].flat();

describe('parsePoints', () => {
  test.each([
    ['0', 0],
    ['0.0', 0],
    ['0.05', 5],
    ['8', 800],
    ['8.5', 850],
    ['8.50', 850],
    ['8.05', 805],
    ['10.25', 1025],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s as %i hundredths', (text, hundredths) => {
    expect(parsePoints(text)).toBe(hundredths);
  });

  test.each(refused)('refuses %j', (text) => {
    expect(parsePoints(text)).toBeUndefined();
    expect(whyNotPoints(text, { maxPoints: 10_000, step: 1 })).toBe('not-a-decimal');
  });

  test('refuses what no safe integer holds', () => {
    expect(parsePoints('90071992547409.92')).toBeUndefined();
    expect(parsePoints('9'.repeat(400))).toBeUndefined();
  });

  test('reads back what formatPoints writes', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (hundredths) => {
        expect(parsePoints(formatPoints(hundredths))).toBe(hundredths);
      }),
    );
  });
});

describe('formatPoints', () => {
  test.each([
    [0, '0'],
    [5, '0.05'],
    [50, '0.5'],
    [850, '8.5'],
    [805, '8.05'],
    [10_000, '100'],
  ])('writes %i as %s', (hundredths, text) => {
    expect(formatPoints(hundredths)).toBe(text);
  });

  test('refuses what are no points', () => {
    for (const value of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => formatPoints(value)).toThrow(RangeError);
    }
  });
});

describe('whyNotPoints', () => {
  test.each([
    ['0', 'below-minimum'],
    ['0.5', 'below-minimum'],
    ['1', undefined],
    ['5', undefined],
    ['5.5', 'above-maximum'],
    ['1.25', 'off-step'],
  ])('from 1 to 5, %s: %s', (text, problem) => {
    expect(whyNotPoints(text, { minPoints: 100, maxPoints: 500, step: 50 })).toBe(problem);
  });

  const criterion = { maxPoints: 1000, step: 50 };
  test.each([
    ['0', undefined],
    ['0.5', undefined],
    ['10', undefined],
    ['10.00', undefined],
    ['10.01', 'above-maximum'],
    ['10.5', 'above-maximum'],
    ['9'.repeat(30), 'above-maximum'],
    ['9.75', 'off-step'],
    ['0.01', 'off-step'],
    ['10,5', 'not-a-decimal'],
  ])('%s: %s', (text, problem) => {
    expect(whyNotPoints(text, criterion)).toBe(problem);
  });

  test('a maximum that the step does not reach cannot be given', () => {
    expect(whyNotPoints('9', { maxPoints: 1000, step: 300 })).toBeUndefined();
    expect(whyNotPoints('10', { maxPoints: 1000, step: 300 })).toBe('off-step');
  });
});

test('isOnGrid agrees with whyNotPoints on everything that can be written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1200 }), fc.boolean(), (hundredths, hasLeast) => {
      const criterion = { maxPoints: 1000, step: 25, ...(hasLeast ? { minPoints: 100 } : {}) };
      const accepted = whyNotPoints(formatPoints(hundredths), criterion) === undefined;
      expect(isOnGrid(hundredths, criterion)).toBe(accepted);
    }),
  );
  const criterion = { maxPoints: 1000, step: 25 };
  for (const value of [-25, 12.5, Number.NaN]) expect(isOnGrid(value, criterion)).toBe(false);
});
