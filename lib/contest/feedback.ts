import { compareBytewise } from './bytewise.ts';
import { componentList } from './components.ts';
import type { EntryRecord, ScoreRecord } from './entry-record.ts';
import type { FeedbackPlan } from './feedback-plan.ts';
import type { Outcome } from './outcome.ts';
import type { Ranking } from './ranking.ts';
import type { RankingRecord } from './ranking-record.ts';
import {
  add,
  divide,
  type Rational,
  rational,
  rationalFromDecimal,
  rationalFromFraction,
  roundHalfAwayFromZero,
} from './rational.ts';

/** A criterion's mean as it is printed ("16.50"). */
export type PrintedCriterion = { readonly criterionId: string; readonly printed: string };

/** What an entry got from no judge, as it is printed ("6.7"). */
export type PrintedComponent = { readonly componentId: string; readonly printed: string };

/** Printed figures of an entry or a track; components only where the rubric has some. */
export type PrintedScore = {
  readonly printed: string;
  readonly criteria: readonly PrintedCriterion[];
  readonly components?: readonly PrintedComponent[];
};

/** What a round came to for one entry; without a score where no sheet counts, without a rank where it has no place. */
export type EntryShare = {
  readonly entryId: string;
  readonly trackId: string;
  readonly score?: PrintedScore;
  readonly rank?: number;
  /** How many have a place in the track. */
  readonly ranked: number;
};

/** The mean of all entries of a track in a round, exact and rounded once. */
export type TrackAverage = PrintedScore & { readonly trackId: string };

/** With two entries the average would tell each the score of the other. */
const fewestForAverage = 3;

/** What each entry of a round may be told of its outcome, and what the entries of each track come to together. */
export function sharesOf({ rankings }: Pick<Outcome, 'rankings'>): {
  readonly shares: readonly EntryShare[];
  readonly averages: readonly TrackAverage[];
} {
  return {
    shares: rankings.flatMap(sharesIn),
    averages: rankings.flatMap(averagesIn),
  };
}

function sharesIn({ entries, tracks }: RankingRecord): EntryShare[] {
  const places = new Map(tracks.map(({ trackId, ranking }) => [trackId, placesIn(ranking)]));
  return entries.map(({ entryId, trackId, score }) => {
    const ranks = places.get(trackId);
    const rank = ranks?.get(entryId);
    return {
      entryId,
      trackId,
      ...(score && { score: scoreOf(score) }),
      ...(rank === undefined ? {} : { rank }),
      ranked: ranks?.size ?? 0,
    };
  });
}

const scoreOf = ({ printed, criteria, components }: ScoreRecord): PrintedScore => ({
  printed,
  criteria: criteria.map(printedOf),
  ...(components && {
    components: components.map((one) => ({
      componentId: one.componentId,
      printed: one.printed,
    })),
  }),
});

const placesIn = ({ places }: Ranking): ReadonlyMap<string, number> =>
  new Map(places.flatMap(({ rank, entryIds }) => entryIds.map((entryId) => [entryId, rank])));

const printedOf = ({ criterionId, printed }: PrintedCriterion): PrintedCriterion => ({
  criterionId,
  printed,
});

function averagesIn({ entries, rubric, rules, tracks }: RankingRecord): TrackAverage[] {
  return tracks.flatMap(({ trackId }) => {
    const scores = scoresOf(entries.filter((entry) => entry.trackId === trackId));
    if (scores.length < fewestForAverage) return [];
    const decimals = rules.roundCriterionMeans ?? rules.decimals;
    const criteria = rubric.criteria.map(({ id }, at) => ({
      criterionId: id,
      printed: meanOf(
        scores.map((score) => rationalFromFraction(score.criteria[at]?.mean ?? '0')),
        decimals,
      ),
    }));
    const printed = meanOf(
      scores.map(({ mean, sum }) => rationalFromFraction(sum ?? mean)),
      rules.decimals,
    );
    const components = componentList(rubric).map(({ id }, at) => ({
      componentId: id,
      printed: meanOf(
        scores.map((score) => rationalFromDecimal(score.components?.[at]?.printed ?? '0')),
        rules.decimals,
      ),
    }));
    return [{ trackId, printed, criteria, ...(components.length > 0 ? { components } : {}) }];
  });
}

const scoresOf = (entries: readonly EntryRecord[]) => entries.flatMap(({ score }) => score ?? []);

function meanOf(values: readonly Rational[], decimals: number): string {
  const sum = values.reduce(add, rational(0n));
  return roundHalfAwayFromZero(divide(sum, rational(BigInt(values.length))), decimals);
}

/** What an entry is told of one round. */
export type RoundFeedback = {
  readonly roundId: string;
  readonly total?: string;
  readonly averageTotal?: string;
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly mean: string;
    readonly average?: string;
  }[];
  /** Only where criteria are told and the rubric has some; the total holds them. */
  readonly components?: readonly {
    readonly componentId: string;
    readonly points: string;
    readonly average?: string;
  }[];
  readonly rank?: number;
  readonly ranked?: number;
  readonly comments: readonly string[];
};

/**
 * A round as an entry is told it, as far as the rules go. Comments stand in the order of their letters: in that of their
 * judges those of two rounds could be laid side by side.
 */
export function roundFeedback(
  told: FeedbackPlan,
  facts: {
    readonly roundId: string;
    readonly share: EntryShare | undefined;
    readonly averages: readonly TrackAverage[];
    /** What was let through. */
    readonly comments: readonly string[];
  },
): RoundFeedback {
  const { roundId, share, averages } = facts;
  const average = averages.find(({ trackId }) => trackId === share?.trackId);
  const score = told.scores === 'none' ? undefined : share?.score;
  return {
    roundId,
    ...(score ? { total: score.printed } : {}),
    ...(score && average ? { averageTotal: average.printed } : {}),
    criteria: told.scores === 'criteria' ? criteriaOf(score?.criteria ?? [], average) : [],
    ...(told.scores === 'criteria' && score?.components
      ? { components: componentsOf(score.components, average) }
      : {}),
    ...(told.rank && share?.rank !== undefined ? { rank: share.rank, ranked: share.ranked } : {}),
    comments: told.comments ? facts.comments.toSorted(compareBytewise) : [],
  };
}

const criteriaOf = (criteria: readonly PrintedCriterion[], average: TrackAverage | undefined) =>
  criteria.map(({ criterionId, printed }) => {
    const of = average?.criteria.find((one) => one.criterionId === criterionId)?.printed;
    return { criterionId, mean: printed, ...(of === undefined ? {} : { average: of }) };
  });

const componentsOf = (components: readonly PrintedComponent[], average: TrackAverage | undefined) =>
  components.map(({ componentId, printed }) => {
    const of = average?.components?.find((one) => one.componentId === componentId)?.printed;
    return { componentId, points: printed, ...(of === undefined ? {} : { average: of }) };
  });
