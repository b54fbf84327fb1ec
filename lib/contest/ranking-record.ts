import { type Advance, advance } from './advance.ts';
import { aggregate, type RoundScores, type TrimReport } from './aggregate.ts';
import { compareBytewise } from './bytewise.ts';
import { hasComponents, mostVotes } from './components.ts';
import type { UncountedSheet } from './counted-sheets.ts';
import { type EntryRecord, recordEntry } from './entry-record.ts';
import { type Placings, placingsOf, setKey } from './judge-placings.ts';
import { type Ranking, rankEntries } from './ranking.ts';
import type { RankingRules } from './ranking-rules.ts';
import type {
  AdvanceDecision,
  ChairDecision,
  Decisions,
  RoundEntry,
  RoundSheet,
} from './round-facts.ts';
import type { Rubric } from './rubric.ts';
import type { TieFacts } from './tie-steps.ts';

/** What decides a round's result; the order of entries, sheets and decisions does not matter. */
export interface RoundFacts {
  readonly rules: RankingRules;
  readonly rubric: Rubric;
  readonly entries: readonly RoundEntry[];
  readonly sheets: readonly RoundSheet[];
  readonly decisions: Decisions;
}

/** A track's own ranking, and who of it goes on where the round has a next one. */
export type TrackRanking = {
  readonly trackId: string;
  readonly ranking: Ranking;
  readonly advance?: Advance & { readonly decision?: AdvanceDecision };
};

/**
 * The whole derivation of a round's result as plain data, fractions as text: enough to redo it by hand. The
 * same facts give the same record, whatever their order.
 */
export type RankingRecord = {
  /** The version of this derivation; it changes when the same facts would give another record. */
  readonly derivation: 'official-score/1';
  readonly rules: RankingRules;
  readonly rubric: Rubric;
  /** The rule behind each step, by name. */
  readonly applied: AppliedRules;
  readonly trim?: TrimReport;
  /** What the points of a public vote are a share of. */
  readonly mostVotes?: number;
  /** By id. */
  readonly entries: readonly EntryRecord[];
  readonly notCounted: readonly UncountedSheet[];
  /** All eligible entries of the round. */
  readonly overall: Ranking;
  /** Each track by itself; by id. */
  readonly tracks: readonly TrackRanking[];
  /** Decisions of the chair whose tied set is not, or no longer, a tie that reaches the chair. */
  readonly decisionsNotUsed: readonly ChairDecision[];
};

/** Names of the rules that made this record, step by step. */
export type AppliedRules = {
  readonly counted: 'submitted-complete-not-recused';
  readonly total: 'sum-of-points' | 'weighted-basis-points' | 'sum-of-coefficients';
  readonly mean: 'mean' | 'trimmed-by-total' | 'trimmed-by-criterion';
  readonly criterionMeans: 'exact' | 'rounded-first';
  readonly components?: 'added-to-the-mean';
  readonly vote?: 'share-of-the-most-votes-rounded-first';
  readonly rounding: 'half-away-from-zero-once';
  readonly floors: 'on-exact-means';
  readonly rank: 'standard-competition-on-printed-score';
  readonly cut: 'advance-all-with-the-same-score' | 'tie-break-then-people';
};

/** Derives a round's result: counted sheets, means, floors, rounding, ranks, ties, who goes on. */
export function rankRound(facts: RoundFacts): RankingRecord {
  const { rules, rubric, decisions } = facts;
  const scores = aggregate(facts);
  const tieFacts = { rules, decisions, denominator: scores.denominator, placings: once(scores) };
  const overall = rankEntries(scores.entries, tieFacts);
  const tracks = rankTracks(scores, tieFacts);
  const rankings = [overall, ...tracks.map(({ ranking }) => ranking)];
  return {
    derivation: 'official-score/1',
    rules,
    rubric,
    applied: appliedRules(facts, scores),
    ...(scores.trim === undefined ? {} : { trim: scores.trim }),
    ...(rubric.vote === undefined ? {} : { mostVotes: mostVotes(facts.entries) }),
    entries: scores.entries.map((entry) => recordEntry(entry, scores.denominator, rules.decimals)),
    notCounted: scores.notCounted,
    overall,
    tracks,
    decisionsNotUsed: unusedDecisions(decisions.chair ?? [], rankings),
  };
}

/** A round has one set of judges' placings; most rounds never need it. */
function once(scores: RoundScores): () => Placings {
  let placings: Placings | undefined;
  return () => {
    placings ??= placingsOf(scores.entries);
    return placings;
  };
}

function rankTracks(scores: RoundScores, tieFacts: TieFacts): TrackRanking[] {
  const { rules, decisions } = tieFacts;
  const trackIds = [...new Set(scores.entries.map(({ trackId }) => trackId))];
  return trackIds.sort(compareBytewise).map((trackId) => {
    const entries = scores.entries.filter((entry) => entry.trackId === trackId);
    const ranking = rankEntries(entries, tieFacts);
    if (rules.advance === undefined) return { trackId, ranking };
    const decision = advanceDecision(decisions.advance ?? [], trackId);
    const limit = decision?.perTrack ?? rules.advance.perTrack;
    const named = (decisions.advanceTied ?? []).filter((one) => one.trackId === trackId);
    const goesOn = advance(ranking, limit, rules.cutTie, named);
    return {
      trackId,
      ranking,
      advance: decision === undefined ? goesOn : { ...goesOn, decision },
    };
  });
}

function advanceDecision(
  decisions: readonly AdvanceDecision[],
  trackId: string,
): AdvanceDecision | undefined {
  const [decision, another] = decisions.filter((candidate) => candidate.trackId === trackId);
  if (another !== undefined) throw new RangeError(`two decisions on how many of ${trackId} go on`);
  return decision;
}

function unusedDecisions(
  decisions: readonly ChairDecision[],
  rankings: readonly Ranking[],
): ChairDecision[] {
  const used = new Set<string>();
  for (const { trace } of rankings.flatMap(({ ties }) => ties)) {
    for (const step of trace) if (step.decision !== undefined) used.add(setKey(step.tied));
  }
  return decisions
    .map((decision) => ({ decision, key: setKey(decision.order.flat()) }))
    .filter(({ key }) => !used.has(key))
    .sort((a, b) => compareBytewise(a.key, b.key))
    .map(({ decision }) => decision);
}

function appliedRules({ rules, rubric }: RoundFacts, { trim }: RoundScores): AppliedRules {
  const totals = {
    points: 'sum-of-points',
    weighted: 'weighted-basis-points',
    coefficient: 'sum-of-coefficients',
  } as const;
  const trimmed = trim?.applied === true ? (`trimmed-by-${trim.level}` as const) : 'mean';
  return {
    counted: 'submitted-complete-not-recused',
    total: totals[rubric.mode],
    mean: trimmed,
    criterionMeans: rules.roundCriterionMeans === undefined ? 'exact' : 'rounded-first',
    ...(hasComponents(rubric) ? { components: 'added-to-the-mean' } : {}),
    ...(rubric.vote === undefined ? {} : { vote: 'share-of-the-most-votes-rounded-first' }),
    rounding: 'half-away-from-zero-once',
    floors: 'on-exact-means',
    rank: 'standard-competition-on-printed-score',
    cut:
      rules.cutTie === 'advanceAll' ? 'advance-all-with-the-same-score' : 'tie-break-then-people',
  };
}
