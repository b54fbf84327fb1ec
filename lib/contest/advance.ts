import { setKey } from './judge-placings.ts';
import type { AdvanceTied, Signed } from './organisers-decision.ts';
import type { Place, Ranking } from './ranking.ts';

/** A tie that the rules leave to people stands across the line between going on and not. */
export type CutBlocker = {
  readonly code: 'tie-across-the-cut';
  readonly rank: number;
  readonly entryIds: readonly string[];
};

/** Who goes on to the next round, best first, and what became of a tie at the line. */
export type Advance = {
  readonly limit: number;
  readonly entryIds: readonly string[];
  /** Present when entries with the same printed score stand on both sides of the line. */
  readonly cutTie?: {
    readonly score: string;
    readonly entryIds: readonly string[];
    readonly settledBy: 'advanceAll' | 'tieBreak' | 'organisers' | 'nobody';
    /** Of the organisers, where they named who goes on. */
    readonly decision?: Signed;
  };
  readonly blockers: readonly CutBlocker[];
};

/**
 * Takes the first `limit` of a ranking; only who passed is in it. Where the printed score of the last one
 * in continues below the line, `advanceAll` lets all who have it go on, `unresolved` keeps to the order the
 * ladder gave and, where that leaves a tie across the line, stops for people to decide: those go on whom the
 * organisers named for exactly this set. Never in silence.
 */
export function advance(
  ranking: Ranking,
  limit: number,
  cutTie: 'advanceAll' | 'unresolved',
  named: readonly (AdvanceTied & Signed)[] = [],
): Advance {
  const inside = ranking.places.filter(({ rank }) => rank <= limit);
  const last = inside.at(-1);
  const all = { limit, entryIds: idsOf(inside), blockers: [] };
  if (last === undefined) return all;
  const sameScore = ranking.places.filter(({ score }) => score === last.score);
  const isSplitByLine = sameScore.some((place) => endOf(place) > limit);
  if (!isSplitByLine) return all;
  const tie = { score: last.score, entryIds: idsOf(sameScore) };
  if (cutTie === 'advanceAll') {
    const above = inside.filter(({ score }) => score !== last.score);
    const entryIds = [...idsOf(above), ...tie.entryIds];
    return { limit, entryIds, cutTie: { ...tie, settledBy: 'advanceAll' }, blockers: [] };
  }
  if (endOf(last) <= limit) return { ...all, cutTie: { ...tie, settledBy: 'tieBreak' } };
  const above = idsOf(inside.slice(0, -1));
  const key = setKey(last.entryIds);
  const decided = named.find(({ among }) => setKey(among) === key);
  if (decided) {
    const { number, reason, documentNumber, signedBy, at } = decided;
    const decision = { number, reason, documentNumber, signedBy, at };
    const entryIds = [...above, ...last.entryIds.filter((id) => decided.entryIds.includes(id))];
    return {
      limit,
      entryIds,
      cutTie: { ...tie, settledBy: 'organisers', decision },
      blockers: [],
    };
  }
  return {
    limit,
    entryIds: above,
    cutTie: { ...tie, settledBy: 'nobody' },
    blockers: [{ code: 'tie-across-the-cut', rank: last.rank, entryIds: last.entryIds }],
  };
}

/** The last position a place takes up: two entries at rank 5 take up 5 and 6. */
function endOf({ rank, entryIds }: Place): number {
  return rank + entryIds.length - 1;
}

function idsOf(places: readonly Place[]): string[] {
  return places.flatMap(({ entryIds }) => entryIds);
}
