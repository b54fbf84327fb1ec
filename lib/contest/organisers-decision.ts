/** How many of the public voted for an entry. */
export type VoteCount = { readonly entryId: string; readonly votes: number };

/** Another number of a track goes on than the rules say. */
export type AdvanceNumber = {
  readonly kind: 'advance-number';
  readonly trackId: string;
  readonly perTrack: number;
};

/** Which of the entries tied across the cut go on; it holds for exactly the set in `among`. */
export type AdvanceTied = {
  readonly kind: 'advance-tied';
  readonly trackId: string;
  readonly among: readonly string[];
  readonly entryIds: readonly string[];
};

/** So many places of a prize are given to nobody: whoever is first gets the first place that is left. */
export type LeaveEmpty = {
  readonly kind: 'leave-empty';
  readonly prizeId: string;
  readonly places: number;
};

/** A place of a prize goes to this entry, which leaves the line for the prizes beside it. */
export type GivePrize = {
  readonly kind: 'give-prize';
  readonly prizeId: string;
  readonly entryId: string;
};

/** An entry gets none of the prizes of a line; those behind it move up, or its place stays empty. */
export type TakePrize = {
  readonly kind: 'take-prize';
  readonly prizeId: string;
  readonly entryId: string;
  readonly moveUp: boolean;
};

/** The final counts of a public vote, over earlier ones; entries that are not named have none. */
export type CountVotes = {
  readonly kind: 'count-votes';
  readonly prizeId: string;
  readonly counts: readonly VoteCount[];
};

/** An earlier decision of the round no longer holds; it stays on record. */
export type WithdrawDecision = { readonly kind: 'withdraw'; readonly decision: number };

/** By whom, when, why, and the paper it stands on; the decisions of a round are numbered from 1 up. */
export interface Signed {
  readonly number: number;
  readonly reason: string;
  readonly documentNumber: string;
  readonly signedBy: string;
  readonly at: string;
}

export type AwardDecision = (LeaveEmpty | GivePrize | TakePrize | CountVotes) & Signed;

/** What the organisers can decide about a closed round ("Ban Tổ chức quyết định"). */
export type DecisionContent =
  | AdvanceNumber
  | AdvanceTied
  | LeaveEmpty
  | GivePrize
  | TakePrize
  | CountVotes
  | WithdrawDecision;

/** A recorded decision; none is ever changed or deleted. */
export type OrganisersDecision = DecisionContent &
  Signed & { readonly editionId: string; readonly roundId: string };

/** Those that hold, by number: neither withdrawn nor, of the counts of one vote, followed by later ones. */
export function inForce(decisions: readonly OrganisersDecision[]): OrganisersDecision[] {
  const withdrawn = new Set<number>();
  const lastCounts = new Map<string, number>();
  const byNumber = decisions.toSorted((a, b) => a.number - b.number);
  for (const one of byNumber) if (one.kind === 'withdraw') withdrawn.add(one.decision);
  const standing = byNumber.filter(
    ({ kind, number }) => kind !== 'withdraw' && !withdrawn.has(number),
  );
  for (const one of standing) {
    if (one.kind === 'count-votes') lastCounts.set(one.prizeId, one.number);
  }
  return standing.filter(
    (one) => one.kind !== 'count-votes' || lastCounts.get(one.prizeId) === one.number,
  );
}

/** The entries a decision is about; one that takes another back is about those of that one. */
export const entriesTouched = (
  content: DecisionContent,
  decided: readonly OrganisersDecision[],
): readonly string[] =>
  content.kind === 'withdraw'
    ? decided.filter(({ number }) => number === content.decision).flatMap(entriesOf)
    : entriesOf(content);

/** The entries a decision names; of a tie also those that do not go on. */
function entriesOf(content: DecisionContent): readonly string[] {
  switch (content.kind) {
    case 'advance-tied':
      return content.among;
    case 'give-prize':
    case 'take-prize':
      return [content.entryId];
    case 'count-votes':
      return content.counts.map(({ entryId }) => entryId);
    case 'advance-number':
    case 'leave-empty':
    case 'withdraw':
      return [];
  }
}
