import type { DecisionContent, OrganisersDecision } from './organisers-decision.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Round } from './round.ts';
import type { RoundEntry } from './round-facts.ts';

/** What a decision of the organisers is made on. */
export interface DecisionFacts {
  readonly plan: Plan;
  readonly round: Round;
  /** The round after it, where the plan has one. */
  readonly next: Round | undefined;
  readonly outcome: Outcome;
  readonly entries: readonly RoundEntry[];
  /** All that were ever recorded. */
  readonly decided: readonly OrganisersDecision[];
}

/** What the organisers say; whom a tie is among is not said, but found. */
export type SaidDecision =
  | Exclude<DecisionContent, { readonly kind: 'advance-tied' }>
  | {
      readonly kind: 'advance-tied';
      readonly trackId: string;
      readonly entryIds: readonly string[];
    };

/** The entries that stand across a track's cut and wait for people to decide; none where it is settled. */
export function tiedAt({ rankings }: Outcome, trackId: string): readonly string[] {
  return rankings
    .flatMap(({ tracks }) => tracks)
    .filter((track) => track.trackId === trackId)
    .flatMap(({ advance }) => advance?.blockers ?? [])
    .flatMap(({ entryIds }) => entryIds);
}
