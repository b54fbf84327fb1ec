import type { Rubric } from './rubric.ts';

/** How one step of the ladder splits a tied set. */
export type TieSplit =
  /** The higher rounded mean on one criterion, or points of one component. */
  | { readonly kind: 'criterion'; readonly criterionId: string }
  /** Exactly two tied with three common judges: the one more judges strictly prefer by their totals. */
  | { readonly kind: 'headToHead' }
  /** More judges placing it first among the entries they scored, then second …; equal sheet counts only. */
  | { readonly kind: 'countback' }
  /** The higher exact median of the sheet totals. */
  | { readonly kind: 'median' }
  /** The chair's recorded decision; without one the tie stays open. */
  | { readonly kind: 'chair' }
  /** The order drawn from a seed committed beforehand; without a draw the tie stays open. */
  | { readonly kind: 'lot' }
  /** They share the place; nothing after it is reached. */
  | { readonly kind: 'shared' };

/**
 * One step of the tie-break ladder, frozen before the round opens. `upToRank` limits it to ties that stand
 * at that rank or better (1: it only decides who wins).
 */
export type TieStep = TieSplit & { readonly upToRank?: number };

/** Drop the `count` lowest and `count` highest: whole sheets by total, or marks criterion by criterion. */
export type TrimRule = { readonly count: number; readonly level: 'total' | 'criterion' };

/** How a round's sheets become its ranking: the part of the edition's plan that the mathematics reads. */
export type RankingRules = {
  /** Counted sheets an entry needs; one is always needed. */
  readonly minimumSheets: number;
  /** Decimals of the printed score. */
  readonly decimals: number;
  /** A decimal text; the exact mean, not the printed one, must reach it. */
  readonly minimumMean?: string;
  /** `mean`: no criterion mean of exactly 0. `mark`: no counted mark of 0, a trimmed one included. */
  readonly zeroRule: 'off' | 'mean' | 'mark';
  readonly trim?: TrimRule;
  /**
   * Round each criterion mean to this many decimals before it enters the total, as figure skating does.
   * Absent: nothing is rounded before the end. Not together with a trim by total.
   */
  readonly roundCriterionMeans?: number;
  readonly tieBreak: readonly TieStep[];
  /** See `advance`. */
  readonly cutTie: 'advanceAll' | 'unresolved';
  readonly advance?: { readonly perTrack: number };
};

/** The ladder a round has unless its rules say otherwise: criteria, heaviest first, headToHead, shared. */
export function defaultTieBreak(rubric: Rubric): readonly TieStep[] {
  const heaviestFirst = influences(rubric).sort((a, b) => b.influence - a.influence);
  return [
    ...heaviestFirst.map(({ criterionId }) => ({ kind: 'criterion', criterionId }) as const),
    { kind: 'headToHead' },
    { kind: 'shared' },
  ];
}

/** What a full mark adds to a total, in units that compare within one rubric. */
function influences(rubric: Rubric): { criterionId: string; influence: number }[] {
  switch (rubric.mode) {
    case 'points':
      return rubric.criteria.map(({ id, maxPoints }) => ({
        criterionId: id,
        influence: maxPoints,
      }));
    case 'weighted':
      return rubric.criteria.map(({ id, weight }) => ({ criterionId: id, influence: weight }));
    case 'coefficient':
      return rubric.criteria.map(({ id, maxPoints, coefficient }) => ({
        criterionId: id,
        influence: maxPoints * coefficient,
      }));
  }
}
