import type { CountedSheet } from './counted-sheets.ts';
import type { RankingRules, TrimRule } from './ranking-rules.ts';
import { add, multiply, type Rational, rational, roundToUnits } from './rational.ts';
import type { Rubric, TotalScale } from './rubric.ts';
import { trim } from './trim.ts';

/** An entry's mean on one criterion, in points. */
export interface CriterionMean {
  readonly criterionId: string;
  readonly value: Rational;
  /** Rounded half away from zero: units of the last of `decimals`. */
  readonly units: bigint;
  readonly decimals: number;
}

/** What a trim left out of an entry's mean: a whole sheet's total, or one mark in hundredths. */
export type Dropped =
  | { readonly judgeId: string; readonly total: bigint }
  | { readonly judgeId: string; readonly criterionId: string; readonly hundredths: number };

/** An entry's exact official mean. */
export interface OfficialMean {
  readonly value: Rational;
  /**
   * In the rubric's order. Under a trim by criterion they are trimmed; under a trim by total they are over
   * all counted sheets, since of two equal lowest totals neither sheet is *the* dropped one.
   */
  readonly criteria: readonly CriterionMean[];
  readonly dropped: readonly Dropped[];
}

interface MeanRules {
  readonly rubric: Rubric;
  readonly scale: TotalScale;
  readonly rules: RankingRules;
  /** The trim that applies to this round. */
  readonly trim: TrimRule | undefined;
}

/** Step 3 of the official score. Undefined when no sheet counts: an absent mark is never a zero. */
export function meanOf(
  sheets: readonly CountedSheet[],
  { rubric, scale, rules, trim: trimRule }: MeanRules,
): OfficialMean | undefined {
  if (sheets.length === 0) return undefined;
  const byCriterion = trimRule?.level === 'criterion' ? trimRule.count : 0;
  const byTotal = trimRule?.level === 'total' ? trimRule.count : 0;
  const decimals = rules.roundCriterionMeans ?? rules.decimals;
  const means = rubric.criteria.map(({ id }, index) =>
    criterionMean({ sheets, criterionId: id, index, trimCount: byCriterion, decimals }),
  );
  const criteria = means.map(({ mean }) => mean);
  const dropped = means.flatMap((mean) => mean.dropped);
  if (rules.roundCriterionMeans !== undefined) {
    if (byTotal > 0)
      throw new RangeError('criterion means cannot be rounded under a trim by total');
    return { value: combine(scale, criteria.map(printed)), criteria, dropped };
  }
  if (byCriterion > 0) {
    return {
      value: combine(
        scale,
        criteria.map(({ value }) => value),
      ),
      criteria,
      dropped,
    };
  }
  return { criteria, ...meanOfTotals(sheets, byTotal, scale) };
}

function meanOfTotals(
  sheets: readonly CountedSheet[],
  trimCount: number,
  scale: TotalScale,
): { value: Rational; dropped: Dropped[] } {
  const { kept, dropped } = trimSure(sheets, trimCount, byTotalAscending);
  const sum = kept.reduce((total, sheet) => total + sheet.total, 0n);
  return {
    value: rational(sum, scale.denominator * BigInt(kept.length)),
    dropped: dropped.map(({ judgeId, total }) => ({ judgeId, total })),
  };
}

function criterionMean(of: {
  sheets: readonly CountedSheet[];
  criterionId: string;
  index: number;
  trimCount: number;
  decimals: number;
}): { mean: CriterionMean; dropped: Dropped[] } {
  const { criterionId, decimals } = of;
  const mark = ({ marks }: CountedSheet) => marks[of.index] ?? 0;
  const { kept, dropped } = trimSure(of.sheets, of.trimCount, (a, b) => mark(a) - mark(b));
  let sum = 0;
  for (const sheet of kept) sum += mark(sheet);
  // Hundredths of any rubric stay far below 2^53, and a plain sum leaves no garbage.
  const value = rational(BigInt(sum), 100n * BigInt(kept.length));
  return {
    mean: { criterionId, value, units: roundToUnits(value, decimals), decimals },
    dropped: dropped.map((sheet) => ({
      judgeId: sheet.judgeId,
      criterionId,
      hundredths: mark(sheet),
    })),
  };
}

/** The total that these criterion means, in points, make by the rubric. */
function combine(scale: TotalScale, means: readonly Rational[]): Rational {
  let sum = rational(0n);
  for (const [index, multiplier] of scale.multipliers.entries()) {
    const mean = means[index];
    // A multiplier applies to hundredths, a mean is in points.
    if (mean !== undefined) sum = add(sum, multiply(mean, rational(multiplier * 100n)));
  }
  return multiply(sum, rational(1n, scale.denominator));
}

function printed({ units, decimals }: CriterionMean): Rational {
  return rational(units, 10n ** BigInt(decimals));
}

function byTotalAscending(a: CountedSheet, b: CountedSheet): number {
  if (a.total === b.total) return 0;
  return a.total < b.total ? -1 : 1;
}

/** A trim applies only where enough sheets stay, so running out is a fault. */
function trimSure<T>(values: readonly T[], count: number, ascending: (a: T, b: T) => number) {
  const trimmed = count === 0 ? { kept: values, dropped: [] } : trim(values, count, ascending);
  if (trimmed === undefined) throw new RangeError('a trim left no mark');
  return trimmed;
}
