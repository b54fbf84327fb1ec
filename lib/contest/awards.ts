import type { Place, Ranking } from './ranking.ts';

/** A prize of the edition, in order from the first down. With a track it goes to that track's ranking. */
export type Prize = { readonly id: string; readonly quantity: number; readonly track?: string };

/** `joint`: a tie across two prizes gets the better one together. `unresolved`: people decide. */
export type AwardRule = { readonly ties: 'joint' | 'unresolved' };

/** A prize that an entry gets; `joint` when a tie across the end of the prize shares it. */
export type Award = {
  readonly prizeId: string;
  readonly entryId: string;
  readonly rank: number;
  readonly joint: boolean;
};

/** Places of a prize that nobody gets. */
export type UnawardedPrize = {
  readonly prizeId: string;
  readonly places: number;
  readonly because: 'no-entry-left' | 'used-by-joint-prize' | 'held-by-a-tie';
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
};

type Fate = 'free' | 'awarded' | 'used-by-joint-prize' | 'held-by-a-tie';
type PrizePlace = { readonly prizeId: string; fate: Fate };

/**
 * Gives the prizes, written out as places one after the other, to a ranking from the top. A tied set takes
 * as many places as it has entries. When they are all of one prize each entry gets it. When they run past its
 * end, the set is "đồng giải": under `joint` all get the prize of their first place and the places they take
 * of the following prizes are used up (two joint firsts: no second, if there is one of each). Past the last
 * prize a joint set still gets it whole. A tie that the ladder left open blocks under either rule.
 */
export function allocateAwards(
  rankings: {
    readonly overall: Ranking;
    readonly tracks: readonly { readonly trackId: string; readonly ranking: Ranking }[];
  },
  prizes: readonly Prize[],
  rule: AwardRule,
): Allocation {
  const overall = prizes.filter(({ track }) => track === undefined);
  const parts = [allocate(rankings.overall, overall, rule)];
  for (const trackId of new Set(prizes.flatMap(({ track }) => track ?? []))) {
    const found = rankings.tracks.find((candidate) => candidate.trackId === trackId);
    const ofTrack = prizes.filter((prize) => prize.track === trackId);
    parts.push(allocate(found?.ranking ?? { places: [], ties: [] }, ofTrack, rule));
  }
  return {
    awards: parts.flatMap(({ awards }) => awards),
    unawarded: parts.flatMap(({ unawarded }) => unawarded),
    blockers: parts.flatMap(({ blockers }) => blockers),
  };
}

function allocate(ranking: Ranking, prizes: readonly Prize[], rule: AwardRule): Allocation {
  const line = prizes.flatMap(({ id, quantity }) =>
    Array.from({ length: quantity }, (): PrizePlace => ({ prizeId: id, fate: 'free' })),
  );
  const awards: Award[] = [];
  const blockers: AwardBlocker[] = [];
  for (const place of ranking.places) {
    const taken = line.slice(place.rank - 1, place.rank - 1 + place.entryIds.length);
    const [first] = taken;
    if (first === undefined) break;
    const { prizeId } = first;
    const joint = taken.filter((one) => one.prizeId === prizeId).length < place.entryIds.length;
    const isHeld = joint && (rule.ties === 'unresolved' || place.standing === 'open');
    for (const one of taken) one.fate = fateOf(one, prizeId, isHeld);
    if (isHeld) blockers.push(blocker(place, taken));
    else awards.push(...awardsOf(place, prizeId, joint));
  }
  return { awards, unawarded: unawardedOf(line), blockers };
}

function fateOf(one: PrizePlace, given: string, isHeld: boolean): Fate {
  if (isHeld) return 'held-by-a-tie';
  return one.prizeId === given ? 'awarded' : 'used-by-joint-prize';
}

function awardsOf({ entryIds, rank }: Place, prizeId: string, joint: boolean): Award[] {
  return entryIds.map((entryId) => ({ prizeId, entryId, rank, joint }));
}

function blocker(place: Place, taken: readonly PrizePlace[]): AwardBlocker {
  return {
    code: place.standing === 'open' ? 'open-tie-across-prizes' : 'tie-across-prizes',
    rank: place.rank,
    entryIds: place.entryIds,
    prizeIds: [...new Set(taken.map(({ prizeId }) => prizeId))],
  };
}

function unawardedOf(line: readonly PrizePlace[]): UnawardedPrize[] {
  const unawarded: UnawardedPrize[] = [];
  for (const { prizeId, fate } of line) {
    if (fate === 'awarded') continue;
    const because = fate === 'free' ? 'no-entry-left' : fate;
    const same = unawarded.findIndex((u) => u.prizeId === prizeId && u.because === because);
    const sofar = unawarded[same];
    if (sofar === undefined) unawarded.push({ prizeId, places: 1, because });
    else unawarded[same] = { ...sofar, places: sofar.places + 1 };
  }
  return unawarded;
}
