import type { EntryRecord } from './entry-record.ts';
import type { RankingRecord } from './ranking-record.ts';
import {
  absolute,
  add,
  compare,
  fractionText,
  multiply,
  type Rational,
  rational,
  rationalFromFraction,
  roundHalfAwayFromZero,
  subtract,
} from './rational.ts';
import { markedParts, type Rubric, sheetTotal } from './rubric.ts';

/** How far a judge's total may be from the mean: so many percent of the most a judge can give, or of that mean. */
export type DivergenceRule = {
  readonly mode: 'absolute' | 'relative';
  readonly percent: number;
};

/** An exact fraction, and as it is printed. */
export type Figure = { readonly exact: string; readonly printed: string };

/** An entry whose judges are further apart than the rule allows. */
export interface Flag {
  readonly entryId: string;
  readonly trackId: string;
  /** The sheets that count, by judge. */
  readonly totals: readonly (Figure & { readonly judgeId: string })[];
  /** Of all of them, whatever a trim leaves out of the score. */
  readonly mean: Figure;
  /** The highest total less the lowest one. */
  readonly spread: Figure;
  /** Whose total is too far from the mean; of two judges both. */
  readonly divergent: readonly string[];
}

interface Totals {
  readonly judgeId: string;
  readonly total: Rational;
}

/** The flagged entries of a round's rankings, by id within each ranking; none where the round has no rule. */
export function divergenceFlags(
  rankings: readonly Pick<RankingRecord, 'rubric' | 'rules' | 'entries'>[],
  rule: DivergenceRule | undefined,
): Flag[] {
  if (rule === undefined) return [];
  return rankings.flatMap(({ rubric, rules, entries }) => {
    const highest = highestTotal(rubric);
    return entries.flatMap((entry) => flagOf(entry, { rule, highest, decimals: rules.decimals }));
  });
}

function flagOf(
  { entryId, trackId, sheets }: EntryRecord,
  by: { readonly rule: DivergenceRule; readonly highest: Rational; readonly decimals: number },
): Flag[] {
  const totals = sheets.map(({ judgeId, total }) => ({
    judgeId,
    total: rationalFromFraction(total),
  }));
  if (totals.length < 2) return [];
  const mean = meanOf(totals);
  const share = rational(BigInt(by.rule.percent), 100n);
  const limit = multiply(share, by.rule.mode === 'absolute' ? by.highest : absolute(mean));
  const divergent = divergentJudges(totals, mean, limit);
  if (divergent.length === 0) return [];
  const figure = (value: Rational): Figure => ({
    exact: fractionText(value),
    printed: roundHalfAwayFromZero(value, by.decimals),
  });
  return [
    {
      entryId,
      trackId,
      totals: totals.map(({ judgeId, total }) => ({ judgeId, ...figure(total) })),
      mean: figure(mean),
      spread: figure(spreadOf(totals)),
      divergent,
    },
  ];
}

/** Further than the limit from the mean; two judges are compared with each other, where the limit itself is too far. */
function divergentJudges(totals: readonly Totals[], mean: Rational, limit: Rational): string[] {
  if (totals.length === 2) {
    const isApart = compare(spreadOf(totals), limit) >= 0;
    // A limit of nothing, which is a share of a mean of nothing, is no distance.
    return isApart && spreadOf(totals).numerator !== 0n ? totals.map(({ judgeId }) => judgeId) : [];
  }
  return totals
    .filter(({ total }) => compare(absolute(subtract(total, mean)), limit) > 0)
    .map(({ judgeId }) => judgeId);
}

function meanOf(totals: readonly Totals[]): Rational {
  const sum = totals.reduce((all, { total }) => add(all, total), rational(0n));
  return multiply(sum, rational(1n, BigInt(totals.length)));
}

function spreadOf(totals: readonly Totals[]): Rational {
  const [first, ...others] = totals.map(({ total }) => total);
  let lowest = first ?? rational(0n);
  let highest = lowest;
  for (const total of others) {
    if (compare(total, lowest) < 0) lowest = total;
    if (compare(total, highest) > 0) highest = total;
  }
  return subtract(highest, lowest);
}

/** A full mark on everything that is not a deduction. */
function highestTotal(rubric: Rubric): Rational {
  const deductions = new Set(
    rubric.mode === 'coefficient'
      ? rubric.criteria.filter(({ coefficient }) => coefficient < 0).map(({ id }) => id)
      : [],
  );
  const marks = rubric.criteria.flatMap((criterion, at) =>
    (markedParts(rubric)[at] ?? []).map(({ id, maxPoints }) => [
      id,
      deductions.has(criterion.id) ? 0 : maxPoints,
    ]),
  );
  return sheetTotal(rubric, Object.fromEntries(marks));
}
