import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  exactText,
  fractionText,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  roundHalfAwayFromZero,
  roundToUnits,
  subtract,
  unitsText,
} from '../../lib/contest/rational.ts';

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('rational', () => {
  test('is in lowest terms with a positive denominator', () => {
    expect(rational(650n, 8n)).toEqual({ numerator: 325n, denominator: 4n });
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  test('refuses a zero denominator', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
  });

  test('reads plain decimals exactly and nothing else', () => {
    expect(rationalFromDecimal('49.995')).toEqual({ numerator: 9999n, denominator: 200n });
    expect(rationalFromDecimal('-0.5')).toEqual({ numerator: -1n, denominator: 2n });
    for (const text of ['', '.5', '5.', '1e2', '1,5', ' 1', '0x1', '1\n', '--1']) {
      expect(() => rationalFromDecimal(text)).toThrow(RangeError);
    }
  });

  test('computes exactly where binary floats do not', () => {
    const tenth = rational(1n, 10n);
    expect(add(add(tenth, tenth), tenth)).toEqual(rational(3n, 10n));
    expect(subtract(rational(3n, 10n), tenth)).toEqual(rational(1n, 5n));
    expect(multiply(rational(2n, 3n), rational(3n, 4n))).toEqual(rational(1n, 2n));
    expect(divide(rational(1n, 2n), rational(-3n, 4n))).toEqual(rational(-2n, 3n));
  });

  test('keeps the laws of a field and of an order', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(compare(a, b)).toBe(0 - compare(b, a));
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
      }),
    );
  });

  test('prints the exact value', () => {
    expect(fractionText(rational(8125n, 100n))).toBe('325/4');
    expect(fractionText(rational(162n, 2n))).toBe('81');
    expect(fractionText(rational(-1n, 3n))).toBe('-1/3');
  });
});

describe('roundHalfAwayFromZero', () => {
  const cases: readonly [Rational, number, string][] = [
    [rational(81245n, 1000n), 2, '81.25'],
    [rational(81235n, 1000n), 2, '81.24'],
    [rational(8575n, 1000n), 2, '8.58'],
    [rational(812449999n, 10000000n), 2, '81.24'],
    [rational(-81245n, 1000n), 2, '-81.25'],
    [rational(1n, 3n), 4, '0.3333'],
    [rational(2n, 3n), 4, '0.6667'],
    [rational(1n, 2n), 0, '1'],
    [rational(-1n, 2n), 0, '-1'],
    [rational(-1n, 1000n), 2, '0.00'],
    [rational(70n), 2, '70.00'],
    [rational(5n, 100n), 1, '0.1'],
    [rational(4n, 100n), 1, '0.0'],
    [rational(9995n, 100n), 1, '100.0'],
  ];
  test.each(cases)('%o at %i decimals is %s', (value, decimals, text) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(text);
  });

  test('refuses decimals that are not a whole number from 0 up', () => {
    for (const decimals of [-1, 0.5, Number.NaN]) {
      expect(() => roundToUnits(rational(1n), decimals)).toThrow(RangeError);
    }
  });

  test('is the nearest value, half of a unit away at most and away from zero when exactly half', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const units = roundToUnits(value, decimals);
        const rounded = rational(units, 10n ** BigInt(decimals));
        const error = subtract(rounded, value);
        const half = rational(1n, 2n * 10n ** BigInt(decimals));
        const size = error.numerator < 0n ? subtract(rational(0n), error) : error;
        expect(compare(size, half)).toBeLessThanOrEqual(0);
        if (equals(size, half)) expect(error.numerator < 0n).toBe(value.numerator < 0n);
        expect(rationalFromDecimal(unitsText(units, decimals))).toEqual(rounded);
      }),
    );
  });
});

describe('exactText', () => {
  test('is the shortest decimal there is, else the fraction', () => {
    const texts = [
      rational(0n),
      rational(81n),
      rational(325n, 4n),
      rational(-1n, 2n),
      rational(1n, 1_000_000n),
      rational(1n, 10_000_000n),
      rational(100n, 3n),
    ].map(exactText);
    expect(texts).toEqual(['0', '81', '81.25', '-0.5', '0.000001', '1/10000000', '100/3']);
  });
});
