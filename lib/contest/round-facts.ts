import type { AdvanceTied, AwardDecision, Signed } from './organisers-decision.ts';
import type { Marks } from './rubric.ts';

/** What the organisers gave an entry: hundredths by component, and its votes. What is not given yet is absent, never 0. */
export type GivenValues = { readonly points: Marks; readonly votes?: number };

/** An entry that competes in the round. */
export type RoundEntry = {
  readonly entryId: string;
  readonly trackId: string;
  /** Only where its rubric has components. */
  readonly given?: GivenValues;
};

/** One judge's sheet on one entry. A recused judge's sheet never counts, whatever its state. */
export type RoundSheet = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly marks: Marks;
  readonly state: 'submitted' | 'draft';
  readonly recused?: boolean;
  /** Its task was taken back from the judge. */
  readonly takenBack?: boolean;
};

/**
 * The chair's order of one tied set, best first; entries in one group share their place. It holds for
 * exactly this set: once the scores change and another set is tied, it no longer decides anything.
 */
export type ChairDecision = {
  readonly order: readonly (readonly string[])[];
  readonly reason: string;
  /** Of the minutes, where the office numbered them. */
  readonly documentNumber?: string;
  readonly signedBy: string;
};

/** The order drawn from the seed whose hash was published beforehand; it must name every tied entry. */
export type LotDraw = { readonly commitment: string; readonly order: readonly string[] };

/** The committee's recorded change of how many of a track go on. */
export type AdvanceDecision = {
  readonly trackId: string;
  readonly perTrack: number;
  readonly reason: string;
  readonly signedBy: string;
  readonly number?: number;
  readonly documentNumber?: string;
  readonly at?: string;
};

/** What people decided where the rules leave it to them. */
export type Decisions = {
  readonly chair?: readonly ChairDecision[];
  readonly lot?: LotDraw;
  readonly advance?: readonly AdvanceDecision[];
  readonly advanceTied?: readonly (AdvanceTied & Signed)[];
  /** Those in force, by number. */
  readonly awards?: readonly AwardDecision[];
};
