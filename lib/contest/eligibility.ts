import type { CountedSheet } from './counted-sheets.ts';
import type { OfficialMean } from './official-mean.ts';
import type { RankingRules } from './ranking-rules.ts';
import { compare, fractionText, type Rational, rationalFromDecimal } from './rational.ts';
import type { Rubric } from './rubric.ts';

/** A requirement of the pass rule that an entry does not meet. */
export type WhyNotEligible =
  | { readonly code: 'too-few-sheets'; readonly sheets: number; readonly minimum: number }
  /** What the organisers or the public had to give. */
  | { readonly code: 'component-missing'; readonly componentId: string }
  | { readonly code: 'below-minimum-mean'; readonly mean: string; readonly minimum: string }
  | { readonly code: 'zero-criterion-mean'; readonly criterionId: string }
  | {
      readonly code: 'zero-mark';
      readonly criterionId: string;
      readonly judgeIds: readonly string[];
    };

/**
 * Step 2 of the official score: every requirement the entry does not meet; empty when it is eligible. The
 * exact score is compared, so one of 49.996 does not pass a minimum of 50 though it prints as 50.00.
 */
export function whyNotEligible(entry: {
  readonly rules: RankingRules;
  readonly rubric: Rubric;
  readonly sheets: readonly CountedSheet[];
  readonly mean: OfficialMean | undefined;
  /** The mean and all components. */
  readonly score: Rational | undefined;
  /** Components that were not given. */
  readonly missing: readonly string[];
}): WhyNotEligible[] {
  const { rules, rubric, sheets, mean, score, missing } = entry;
  const reasons: WhyNotEligible[] = [];
  const minimum = Math.max(1, rules.minimumSheets);
  if (sheets.length < minimum) {
    reasons.push({ code: 'too-few-sheets', sheets: sheets.length, minimum });
  }
  for (const componentId of missing) reasons.push({ code: 'component-missing', componentId });
  if (mean === undefined) return reasons;
  if (rules.minimumMean !== undefined && score !== undefined) {
    if (compare(score, rationalFromDecimal(rules.minimumMean)) < 0) {
      reasons.push({
        code: 'below-minimum-mean',
        mean: fractionText(score),
        minimum: rules.minimumMean,
      });
    }
  }
  return [...reasons, ...zeros(rules.zeroRule, rubric, sheets, mean)];
}

function zeros(
  zeroRule: RankingRules['zeroRule'],
  rubric: Rubric,
  sheets: readonly CountedSheet[],
  mean: OfficialMean,
): WhyNotEligible[] {
  switch (zeroRule) {
    case 'off':
      return [];
    case 'mean':
      return mean.criteria
        .filter(({ value }) => value.numerator === 0n)
        .map(({ criterionId }) => ({ code: 'zero-criterion-mean', criterionId }));
    case 'mark':
      return rubric.criteria.flatMap(({ id }, index) => {
        const judgeIds = sheets.filter(({ marks }) => marks[index] === 0).map((s) => s.judgeId);
        return judgeIds.length === 0 ? [] : [{ code: 'zero-mark', criterionId: id, judgeIds }];
      });
  }
}
