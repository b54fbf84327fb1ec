import { type Rational, rational } from './rational.ts';

/** The exact median: the middle value, or the mean of the two middle ones; a RangeError of nothing. */
export function median(values: readonly bigint[]): Rational {
  const sorted = values.toSorted((a, b) => {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  });
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('nothing has no median');
  return rational(lower + upper, 2n);
}
