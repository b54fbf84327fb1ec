/** Why a mark is not accepted: its text, its size or its step. */
export type PointsProblem = 'not-a-decimal' | 'below-minimum' | 'above-maximum' | 'off-step';

/** What bounds a mark; in hundredths of a point. The grid is 0, step, 2 x step … up to maxPoints, and from minPoints on where there are some. */
export interface PointsRange {
  readonly minPoints?: number;
  readonly maxPoints: number;
  readonly step: number;
}

const decimalPattern = /^(?<whole>0|[1-9]\d*)(?:\.(?<rest>\d{1,2}))?$/;

/**
 * Reads points from the wire, a decimal text such as "8.5" or "8.50", into integer hundredths (850).
 * Undefined for anything that is not `0|[1-9]\d*` with one or two decimals, or is no safe integer.
 */
export function parsePoints(text: string): number | undefined {
  const parts = decimalPattern.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const hundredths = Number(`${parts['whole']}${(parts['rest'] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(hundredths) ? hundredths : undefined;
}

/** Writes hundredths (850) as the shortest decimal ("8.5"); a RangeError unless a whole number from 0 up. */
export function formatPoints(hundredths: number): string {
  if (!Number.isSafeInteger(hundredths) || hundredths < 0) {
    throw new RangeError('points are a whole number of hundredths from 0 up');
  }
  const rest = String(hundredths % 100).padStart(2, '0');
  const whole = Math.floor(hundredths / 100);
  if (rest === '00') return String(whole);
  return `${whole}.${rest.endsWith('0') ? rest.slice(0, 1) : rest}`;
}

/** Why this text cannot be a mark on this criterion; undefined when it can. */
export function whyNotPoints(text: string, criterion: PointsRange): PointsProblem | undefined {
  if (!decimalPattern.test(text)) return 'not-a-decimal';
  const hundredths = parsePoints(text);
  if (hundredths === undefined || hundredths > criterion.maxPoints) return 'above-maximum';
  if (hundredths < (criterion.minPoints ?? 0)) return 'below-minimum';
  return hundredths % criterion.step === 0 ? undefined : 'off-step';
}

/** Whether stored hundredths lie on the criterion's grid. */
export function isOnGrid(hundredths: number, criterion: PointsRange): boolean {
  const { minPoints = 0 } = criterion;
  if (!Number.isSafeInteger(hundredths) || hundredths < minPoints) return false;
  return hundredths <= criterion.maxPoints && hundredths % criterion.step === 0;
}
