import type { AwardDecision } from './organisers-decision.ts';

/**
 * A prize of the edition, in order from the first down. With a track it goes to that track's ranking, or to an entry of it. By
 * rank, unless told: by a decision of the organisers, or to the most votes of the public.
 */
export type Prize = {
  readonly id: string;
  readonly quantity: number;
  readonly track?: string;
  readonly given?: 'decision' | 'publicVote';
};

/** `joint`: a tie across two prizes gets the better one together. `unresolved`: people decide. */
export type AwardRule = { readonly ties: 'joint' | 'unresolved' };

/** A prize that an entry gets; `joint` when a tie across the end of the prize shares it. */
export type Award = {
  readonly prizeId: string;
  readonly entryId: string;
  /** In the ranking that the prize goes by; absent where it goes by none. */
  readonly rank?: number;
  readonly joint: boolean;
  /** Where it is not by rank. */
  readonly given?: 'decision' | 'publicVote';
  readonly votes?: number;
};

/** Places of a prize that nobody gets. */
export type UnawardedPrize = {
  readonly prizeId: string;
  readonly places: number;
  readonly because:
    | 'no-entry-left'
    | 'used-by-joint-prize'
    | 'held-by-a-tie'
    | 'left-empty'
    | 'taken-back'
    | 'not-decided';
};

/** A tie across the end of a prize that must be decided by people before anybody in it gets one. */
export type AwardBlocker = {
  readonly code: 'tie-across-prizes' | 'open-tie-across-prizes';
  readonly rank: number;
  readonly entryIds: readonly string[];
  /** The prizes whose places the tied set would use up. */
  readonly prizeIds: readonly string[];
};

/** Who gets what, what stays, and what people must still decide. */
export type Allocation = {
  readonly awards: readonly Award[];
  readonly unawarded: readonly UnawardedPrize[];
  readonly blockers: readonly AwardBlocker[];
  /** Prizes of the public whose votes nobody has recorded yet. */
  readonly uncounted?: readonly string[];
  /** What the organisers decided about prizes, by number. */
  readonly decided?: readonly AwardDecision[];
};
