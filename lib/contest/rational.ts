/**
 * An exact fraction in lowest terms with a positive denominator, so that equal values have equal fields.
 * Official scores never touch binary floating point: with it the sum of four sheets depends on their order.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Makes a fraction in lowest terms; a RangeError when the denominator is zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  const common = greatestCommonDivisor(numerator, denominator);
  const divisor = denominator < 0n ? -common : common;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The exact value of a plain decimal such as "50", "49.995" or "-0.5"; a RangeError for any other text. */
export function rationalFromDecimal(text: string): Rational {
  const parts = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<rest>\d+))?$/.exec(text)?.groups;
  if (parts === undefined) throw new RangeError('not a plain decimal');
  const rest = parts['rest'] ?? '';
  const digits = BigInt(`${parts['whole']}${rest}`);
  return rational(parts['sign'] === '-' ? -digits : digits, powerOfTen(rest.length));
}

/** The exact value of what `fractionText` prints; a RangeError for any other text. */
export function rationalFromFraction(text: string): Rational {
  const parts = /^(?<numerator>-?\d+)(?:\/(?<denominator>\d+))?$/.exec(text)?.groups;
  if (parts === undefined) throw new RangeError('not a fraction');
  return rational(BigInt(parts['numerator'] ?? ''), BigInt(parts['denominator'] ?? '1'));
}

/** The exact sum. */
export function add(a: Rational, b: Rational): Rational {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  return rational(numerator, a.denominator * b.denominator);
}

/** The exact difference a - b. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** The value without its sign. */
export function absolute({ numerator, denominator }: Rational): Rational {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

/** The exact product. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The exact quotient a / b; a RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when a is less than b, zero when equal, positive when greater: the order `sort` expects. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Whether both are the same value. */
export function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/**
 * Rounds half away from zero and returns the count of units of the last decimal: 81.245 at 2 decimals is
 * 8125n. What is compared after rounding is compared on this integer.
 */
export function roundToUnits(value: Rational, decimals: number): bigint {
  const scaled = value.numerator * powerOfTen(decimals);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + value.denominator) / (2n * value.denominator);
  return scaled < 0n ? -rounded : rounded;
}

/** Rounds half away from zero to a decimal text with exactly that many decimals: "81.25", "70.00". */
export function roundHalfAwayFromZero(value: Rational, decimals: number): string {
  return unitsText(roundToUnits(value, decimals), decimals);
}

/** Prints units of the last decimal as a decimal: 8125n at 2 decimals is "81.25". There is no "-0.00". */
export function unitsText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Prints the exact value: "325/4", or "81" when it is whole. */
export function fractionText(value: Rational): string {
  if (value.denominator === 1n) return value.numerator.toString();
  return `${value.numerator}/${value.denominator}`;
}

/** Prints the exact value as the shortest decimal ("81.25"), or as a fraction ("100/3") where no decimal of six places is it. */
export function exactText(value: Rational): string {
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    const power = powerOfTen(decimals);
    if (power % value.denominator !== 0n) continue;
    return unitsText(value.numerator * (power / value.denominator), decimals);
  }
  return fractionText(value);
}

/** The greatest common divisor of two integers, not both zero; never negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  // Nearly all fractions of a round are small, and BigInt remainders are mostly garbage to collect.
  if (isSafe(a) && isSafe(b)) return BigInt(safeDivisor(Math.abs(Number(a)), Math.abs(Number(b))));
  let divisor = a < 0n ? -a : a;
  let rest = b < 0n ? -b : b;
  while (rest !== 0n) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}

function isSafe(value: bigint): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

function safeDivisor(a: number, b: number): number {
  let divisor = a;
  let rest = b;
  while (rest !== 0) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}

function powerOfTen(exponent: number): bigint {
  if (!Number.isInteger(exponent) || exponent < 0) {
    throw new RangeError('decimals are a whole number from 0 up');
  }
  return 10n ** BigInt(exponent);
}
