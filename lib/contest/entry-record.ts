import type { EntryScore } from './aggregate.ts';
import type { ComponentScore } from './components.ts';
import type { WhyNotEligible } from './eligibility.ts';
import type { CriterionMean, Dropped, OfficialMean } from './official-mean.ts';
import { formatPoints } from './points.ts';
import { fractionText, rational, unitsText } from './rational.ts';

/** What a trim left out of an entry's mean: a sheet's exact total, or one mark in points. */
export type DroppedRecord =
  | { readonly judgeId: string; readonly total: string }
  | { readonly judgeId: string; readonly criterionId: string; readonly points: string };

/** What an entry got from no judge, in points; the votes behind those of a public vote. */
export type ComponentRecord = {
  readonly componentId: string;
  readonly printed: string;
  readonly votes?: number;
};

/** An entry's exact mean ("325/4") and its printed, once rounded value ("81.25"). */
export type ScoreRecord = {
  readonly mean: string;
  readonly printed: string;
  /** Where the rubric has components: these, and the exact sum of the mean and them, which is what is printed. */
  readonly components?: readonly ComponentRecord[];
  readonly sum?: string;
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly mean: string;
    readonly printed: string;
  }[];
  readonly dropped: readonly DroppedRecord[];
};

/** One entry of a ranking record as plain data: every total that counts, the mean, the unmet floors. */
export type EntryRecord = {
  readonly entryId: string;
  readonly trackId: string;
  /** By judge; totals are exact fractions. */
  readonly sheets: readonly { readonly judgeId: string; readonly total: string }[];
  /** Absent when no sheet counts: never a zero. */
  readonly score?: ScoreRecord;
  readonly whyNotEligible: readonly WhyNotEligible[];
};

/** Writes an entry's score as plain data; `denominator` is what its totals are over. */
export function recordEntry(entry: EntryScore, denominator: bigint, decimals: number): EntryRecord {
  const total = (numerator: bigint) => fractionText(rational(numerator, denominator));
  return {
    entryId: entry.entryId,
    trackId: entry.trackId,
    sheets: entry.sheets.map((sheet) => ({ judgeId: sheet.judgeId, total: total(sheet.total) })),
    ...(entry.mean === undefined || entry.units === undefined
      ? {}
      : {
          score: {
            ...recordScore(entry.mean, unitsText(entry.units, decimals), total),
            ...recordComponents(entry),
          },
        }),
    whyNotEligible: entry.reasons,
  };
}

function recordScore(
  mean: OfficialMean,
  printed: string,
  total: (numerator: bigint) => string,
): ScoreRecord {
  return {
    mean: fractionText(mean.value),
    printed,
    criteria: mean.criteria.map(recordCriterion),
    dropped: mean.dropped.map((dropped) => recordDropped(dropped, total)),
  };
}

function recordComponents({
  components,
  score,
}: EntryScore): Pick<ScoreRecord, 'components' | 'sum'> {
  if (components === undefined || score === undefined) return {};
  return { components: components.map(recordComponent), sum: fractionText(score) };
}

function recordComponent({ componentId, units, decimals, votes }: ComponentScore): ComponentRecord {
  const printed = unitsText(units, decimals);
  return { componentId, printed, ...(votes === undefined ? {} : { votes }) };
}

function recordCriterion({ criterionId, value, units, decimals }: CriterionMean) {
  return { criterionId, mean: fractionText(value), printed: unitsText(units, decimals) };
}

function recordDropped(dropped: Dropped, total: (numerator: bigint) => string): DroppedRecord {
  if ('total' in dropped) return { judgeId: dropped.judgeId, total: total(dropped.total) };
  const { judgeId, criterionId, hundredths } = dropped;
  return { judgeId, criterionId, points: formatPoints(hundredths) };
}
