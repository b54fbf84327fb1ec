import type { EntryScore } from './aggregate.ts';
import { rank } from './rank.ts';
import { unitsText } from './rational.ts';
import { breakTie, type HeldPlace, type TraceStep } from './tie-break.ts';
import type { TieFacts } from './tie-steps.ts';

/** One place of a ranking, with the printed score of who stands there. */
export type Place = {
  readonly rank: number;
  readonly score: string;
  /** More than one where a tie stays; by id, which means nothing. */
  readonly entryIds: readonly string[];
  readonly standing: HeldPlace['standing'];
};

/** A tie on the printed score and how it was taken down the ladder. */
export type Tie = {
  readonly rank: number;
  readonly score: string;
  readonly entryIds: readonly string[];
  readonly trace: readonly TraceStep[];
};

/** Places from the first down, and every tie on the printed score that was met on the way. */
export type Ranking = { readonly places: readonly Place[]; readonly ties: readonly Tie[] };

/**
 * Ranks the eligible entries on the printed score (official score, steps 5 and 6): what looks tied is tied,
 * then the ladder decides. Entries that are not eligible have no place.
 */
export function rankEntries(entries: readonly EntryScore[], facts: TieFacts): Ranking {
  const { decimals } = facts.rules;
  const places: Place[] = [];
  const ties: Tie[] = [];
  const eligible = entries.filter(({ reasons }) => reasons.length === 0);
  for (const { rank: here, members } of rank(eligible, higherScoreFirst)) {
    const score = unitsText(members[0]?.units ?? 0n, decimals);
    const broken = breakTie(members, here, facts);
    if (members.length > 1) {
      const entryIds = members.map(({ entryId }) => entryId);
      ties.push({ rank: here, score, entryIds, trace: broken.trace });
    }
    let next = here;
    for (const { entryIds, standing } of broken.places) {
      places.push({ rank: next, score, entryIds, standing });
      next += entryIds.length;
    }
  }
  return { places, ties };
}

function higherScoreFirst(a: EntryScore, b: EntryScore): number {
  const [left, right] = [a.units ?? 0n, b.units ?? 0n];
  if (left === right) return 0;
  return left > right ? -1 : 1;
}
