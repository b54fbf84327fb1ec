import type { Pair } from '../assign.ts';

/** What is asked of the proposer. The order in which things are named never matters. */
export interface AssignmentProblem {
  readonly entries: readonly EntryDemand[];
  readonly judges: readonly JudgeLoad[];
  /** Pairs that must never be, whoever declared them. */
  readonly conflicts: readonly Pair[];
  /** Pairs that must be: the chair's choices and, in a refill, the sheets already handed in. */
  readonly fixed: readonly Pair[];
  /** How unwelcome a pair is; 0, an expert, where nothing is said. */
  readonly costs: readonly PairCost[];
  /** Whether equal loads go before low cost, or only the bounds of each judge count. */
  readonly loads: 'even' | 'cheapest';
  /** How much cost, in all, the balancing of co-readings may add to the optimum. */
  readonly tolerance: number;
  /** SHA-256 of contest, round and the published seed: 64 hexadecimal digits. */
  readonly digest: string;
}

/** How many judges read an entry; `all` is every judge without a conflict, as in a final. */
export interface EntryDemand {
  readonly entryId: string;
  readonly judges: number | 'all';
}

/** The fewest and the most entries a judge reads. */
export interface JudgeLoad {
  readonly judgeId: string;
  readonly atLeast: number;
  readonly atMost: number;
}

/** A whole cost from 0 (an expert who asked for it) to 999. */
export interface PairCost extends Pair {
  readonly cost: number;
}

/** Entries and judges that are joined by cards, directly or through others. */
export interface Component {
  readonly entryIds: readonly string[];
  readonly judgeIds: readonly string[];
}

/** Every reason found why the request cannot be met. */
export interface Impossible {
  readonly possible: false;
  readonly reasons: readonly ImpossibleReason[];
}

/** One reason, with all that is needed to check it by hand. */
export type ImpossibleReason =
  | { readonly code: 'fixed-in-conflict'; readonly pairs: readonly Pair[] }
  | {
      readonly code: 'fixed-over-demand';
      readonly entryId: string;
      readonly fixed: number;
      readonly demand: number;
    }
  | {
      readonly code: 'fixed-over-load';
      readonly judgeId: string;
      readonly fixed: number;
      readonly atMost: number;
    }
  | TooFewJudges
  | TooFewCards
  | { readonly code: 'disconnected'; readonly components: readonly Component[] };

/**
 * A set of entries that want more cards than there are for them: the sum of `wants`, less the sum of `others`,
 * less the places of `fullJudges`, is `missing`. Fixed pairs are counted off beforehand.
 */
export interface TooFewJudges {
  readonly code: 'too-few-judges';
  readonly missing: number;
  readonly because: readonly Constraint[];
  /** `others`: the judges beside the full ones who may read it, one card each. */
  readonly entries: readonly {
    readonly entryId: string;
    readonly wants: number;
    readonly others: number;
  }[];
  readonly fullJudges: readonly { readonly judgeId: string; readonly places: number }[];
}

/** Judges that must read more cards than there are for them; the sum is that of {@link TooFewJudges}. */
export interface TooFewCards {
  readonly code: 'too-few-cards';
  readonly missing: number;
  /** `others`: the entries beside the full ones that the judge may read. */
  readonly judges: readonly {
    readonly judgeId: string;
    readonly wants: number;
    readonly others: number;
  }[];
  readonly fullEntries: readonly { readonly entryId: string; readonly places: number }[];
}

/** What could be eased so that a set of entries finds its judges; `panel`: there are not enough judges at all. */
export type Constraint = 'caps' | 'conflicts' | 'fixed' | 'panel';
