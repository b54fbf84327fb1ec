import { rationalFromFraction, roundHalfAwayFromZero } from '../../../lib/contest/rational.ts';

/** Where an exact fraction lies on a scale: for drawing alone, never for a comparison that counts. */
export function approximately(fraction: string): number {
  return Number(roundHalfAwayFromZero(rationalFromFraction(fraction), 4));
}

/** An exact fraction as it is read: two decimals, with the language's mark. */
export function figure(fraction: string, mark: string): string {
  return roundHalfAwayFromZero(rationalFromFraction(fraction), 2).replace('.', mark);
}

/** Totals that belong together: of one entry, or of one judge. */
export interface Totals {
  readonly id: string;
  readonly exact: readonly string[];
}

/** The tens around all totals: a scale that shows differences. */
export function scaleOf(rows: readonly Totals[]): { readonly from: number; readonly to: number } {
  const all = rows.flatMap(({ exact }) => exact.map(approximately));
  if (all.length === 0) return { from: 0, to: 100 };
  const from = Math.floor(Math.min(...all) / 10) * 10;
  return { from, to: Math.max(from + 10, Math.ceil(Math.max(...all) / 10) * 10) };
}
