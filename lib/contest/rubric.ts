import { isOnGrid } from './points.ts';
import { greatestCommonDivisor, type Rational, rational } from './rational.ts';

/** What points are given for; its points in hundredths. minPoints is the least a mark can be where that is not 0 ("1 to 5"). */
export type Part = {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly minPoints?: number;
  readonly maxPoints: number;
  readonly step: number;
};

/** A criterion of a score sheet. Where it has parts, judges mark these, and their sum is its mark: they add up to its maximum. */
export type Criterion = Part & { readonly parts?: readonly Part[] };

/** A criterion of a weighted rubric; weight in basis points, 10,000 over the whole rubric. */
export type WeightedCriterion = Criterion & { readonly weight: number };

/** A criterion multiplied by a coefficient in hundredths (160 is x 1.6); a negative one is a deduction. */
export type CoefficientCriterion = Criterion & { readonly coefficient: number };

/** Points by the votes of the public: maxPoints (in hundredths) x votes / the most votes, rounded to so many decimals. */
export type VoteComponent = Omit<Part, 'step' | 'minPoints'> & { readonly decimals: number };

/** What an entry gets besides the mean of its sheets, and from no judge: points of the organisers, and of the public vote. */
export type Components = { readonly given?: readonly Part[]; readonly vote?: VoteComponent };

/**
 * How marks make a sheet's total: `points` adds the marks; `weighted` gives 100 x the weighted share of
 * each maximum; `coefficient` adds mark x coefficient (the "1 to 5, times 3" forms).
 */
export type Rubric = (
  | { readonly mode: 'points'; readonly criteria: readonly Criterion[] }
  | { readonly mode: 'weighted'; readonly criteria: readonly WeightedCriterion[] }
  | { readonly mode: 'coefficient'; readonly criteria: readonly CoefficientCriterion[] }
) &
  Components;

/** Marks in hundredths of a point, by the id of what was marked: see `markedParts`. A mark not given is absent, never 0. */
export type Marks = { readonly [partId: string]: number };

/**
 * A rubric as whole numbers: a total is the sum of multiplier x hundredths, over one denominator shared by
 * all sheets. Totals so compare and add as integers.
 */
export interface TotalScale {
  /** In the rubric's order. */
  readonly multipliers: readonly bigint[];
  readonly denominator: bigint;
  /** The multipliers as plain numbers, where the largest total they can make is a safe integer. */
  readonly safeMultipliers?: readonly number[];
}

/** The whole numbers behind a rubric's totals (official score, step 1). */
export function totalScale(rubric: Rubric): TotalScale {
  const scale = wholeNumbers(rubric);
  const largest = rubric.criteria.reduce((sum, { maxPoints }, index) => {
    const multiplier = scale.multipliers[index] ?? 0n;
    return sum + BigInt(maxPoints) * (multiplier < 0n ? -multiplier : multiplier);
  }, 0n);
  if (largest > Number.MAX_SAFE_INTEGER) return scale;
  return { ...scale, safeMultipliers: scale.multipliers.map(Number) };
}

function wholeNumbers(rubric: Rubric): TotalScale {
  switch (rubric.mode) {
    case 'points':
      return { multipliers: rubric.criteria.map(() => 1n), denominator: 100n };
    case 'coefficient':
      return {
        multipliers: rubric.criteria.map((criterion) => BigInt(criterion.coefficient)),
        denominator: 10_000n,
      };
    case 'weighted':
      return weightedScale(rubric.criteria);
  }
}

/** What a judge marks of each criterion, in the rubric's order: its parts, or the criterion itself where it has none. */
export function markedParts({ criteria }: Pick<Rubric, 'criteria'>): (readonly Part[])[] {
  return criteria.map((criterion) => criterion.parts ?? [criterion]);
}

/** A sheet's exact total; a RangeError when something has no mark, or one off its grid. */
export function sheetTotal(rubric: Rubric, marks: Marks): Rational {
  const unmarked = markedParts(rubric)
    .flat()
    .find(({ id }) => markOn(marks, id) === undefined);
  if (unmarked) throw new RangeError(`criterion ${unmarked.id} has no mark on its grid`);
  return totalSoFar(rubric, marks);
}

/** The exact total of the marks that are there; a RangeError when one is off its grid. */
export function totalSoFar(rubric: Rubric, marks: Marks): Rational {
  const scale = totalScale(rubric);
  const ordered = markedParts(rubric).map((parts) => {
    let sum = 0;
    for (const part of parts) {
      const mark = markOn(marks, part.id);
      if (mark === undefined) continue;
      if (!isOnGrid(mark, part))
        throw new RangeError(`criterion ${part.id} has no mark on its grid`);
      sum += mark;
    }
    return sum;
  });
  return rational(scaledTotal(scale, ordered), scale.denominator);
}

/** A total's numerator over `scale.denominator`, from marks on the grid in the rubric's order. */
export function scaledTotal(scale: TotalScale, ordered: readonly number[]): bigint {
  if (scale.safeMultipliers !== undefined) {
    let total = 0;
    for (const [index, mark] of ordered.entries()) {
      total += (scale.safeMultipliers[index] ?? 0) * mark;
    }
    return BigInt(total);
  }
  let total = 0n;
  for (const [index, mark] of ordered.entries()) {
    total += (scale.multipliers[index] ?? 0n) * BigInt(mark);
  }
  return total;
}

/** The mark given on a criterion or a part; an id like "constructor" finds nothing that was not given. */
export function markOn(marks: Marks, partId: string): number | undefined {
  return Object.hasOwn(marks, partId) ? marks[partId] : undefined;
}

/** The mark on a criterion, the sum of its parts' where it has some; undefined where one of them is not given. */
export function criterionMark(marks: Marks, { id, parts }: Criterion): number | undefined {
  if (parts === undefined) return markOn(marks, id);
  let sum = 0;
  for (const part of parts) {
    const mark = markOn(marks, part.id);
    if (mark === undefined) return undefined;
    sum += mark;
  }
  return sum;
}

/** w x mark / max / 100 with every maximum brought to their least common multiple. */
function weightedScale(criteria: readonly WeightedCriterion[]): TotalScale {
  let multiple = 1n;
  for (const criterion of criteria) {
    const max = BigInt(criterion.maxPoints);
    multiple = (multiple / greatestCommonDivisor(multiple, max)) * max;
  }
  return {
    multipliers: criteria.map(
      (criterion) => BigInt(criterion.weight) * (multiple / BigInt(criterion.maxPoints)),
    ),
    denominator: multiple * 100n,
  };
}
