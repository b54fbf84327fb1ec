import type {
  Allocation,
  Award,
  AwardBlocker,
  AwardRule,
  Prize,
  UnawardedPrize,
} from './awards.ts';
import type { AwardDecision, GivePrize, LeaveEmpty, TakePrize } from './organisers-decision.ts';
import type { Place, Ranking } from './ranking.ts';

type Fate = 'free' | 'awarded' | Exclude<UnawardedPrize['because'], 'no-entry-left'>;
type PrizePlace = { readonly prizeId: string; fate: Fate };

/**
 * Gives the prizes, written out as places one after the other, to a ranking from the top. A tied set takes
 * as many places as it has entries. When they are all of one prize each entry gets it. When they run past its
 * end, the set is "đồng giải": under `joint` all get the prize of their first place and the places they take
 * of the following prizes are used up (two joint firsts: no second, if there is one of each). Past the last
 * prize a joint set still gets it whole. A tie that the ladder left open blocks under either rule. Places that the
 * organisers give or leave empty are not in the line, nor are entries that they gave a prize to or took out of it.
 */
export function prizeLine(
  ranking: Ranking,
  prizes: readonly Prize[],
  rule: AwardRule,
  decided: readonly AwardDecision[] = [],
): Allocation {
  const { empty, given, taken } = decisionsOn(prizes, decided);
  const { line, left } = writtenOut(prizes, empty, given);
  const awards: Award[] = given.map((one) => givenAward(one, ranking));
  const blockers: AwardBlocker[] = [];
  const gone = new Set(
    [...given, ...taken.filter(({ moveUp }) => moveUp)].map(({ entryId }) => entryId),
  );
  const back = new Set(taken.map(({ entryId }) => entryId));
  let at = 0;
  for (const { entryIds: all, rank, standing } of ranking.places) {
    const entryIds = all.filter((entryId) => !gone.has(entryId));
    const places = line.slice(at, at + entryIds.length);
    at += entryIds.length;
    const [first] = places;
    if (entryIds.length === 0 || first === undefined) continue;
    const { prizeId } = first;
    const joint = places.filter((one) => one.prizeId === prizeId).length < entryIds.length;
    const isHeld = joint && (rule.ties === 'unresolved' || standing === 'open');
    for (const one of places) one.fate = fateOf(one, prizeId, isHeld);
    if (isHeld) blockers.push(blocker({ entryIds, rank, standing }, places));
    else awards.push(...awardsOf(entryIds, { rank, joint }, { back, places, prizeId }));
  }
  const order = new Map(prizes.map(({ id }, index) => [id, index]));
  const orderOf = ({ prizeId }: Award) => order.get(prizeId) ?? 0;
  awards.sort((a, b) => orderOf(a) - orderOf(b) || (a.rank ?? 0) - (b.rank ?? 0));
  return { awards, unawarded: unawardedOf([...line, ...left]), blockers };
}

interface Decided {
  readonly empty: readonly LeaveEmpty[];
  readonly given: readonly GivePrize[];
  readonly taken: readonly TakePrize[];
}

/** What was decided about these prizes. */
export function decisionsOn(
  prizes: readonly Prize[],
  decided: readonly AwardDecision[] = [],
): Decided {
  const ids = new Set(prizes.map(({ id }) => id));
  const here = decided.filter(({ prizeId }) => ids.has(prizeId));
  return {
    empty: here.flatMap((one) => (one.kind === 'leave-empty' ? [one] : [])),
    given: here.flatMap((one) => (one.kind === 'give-prize' ? [one] : [])),
    taken: here.flatMap((one) => (one.kind === 'take-prize' ? [one] : [])),
  };
}

/** The places that are left to the ranking, and those left to nobody. */
function writtenOut(
  prizes: readonly Prize[],
  empty: readonly LeaveEmpty[],
  given: readonly GivePrize[],
): { line: PrizePlace[]; left: PrizePlace[] } {
  const line: PrizePlace[] = [];
  const left: PrizePlace[] = [];
  for (const { id, quantity } of prizes) {
    const places = empty
      .filter(({ prizeId }) => prizeId === id)
      .reduce((sum, one) => sum + one.places, 0);
    const named = given.filter(({ prizeId }) => prizeId === id).length;
    const free = Math.max(0, quantity - places - named);
    for (let n = 0; n < free; n += 1) line.push({ prizeId: id, fate: 'free' });
    for (let n = 0; n < places; n += 1) left.push({ prizeId: id, fate: 'left-empty' });
  }
  return { line, left };
}

function givenAward({ prizeId, entryId }: GivePrize, ranking: Ranking): Award {
  const rank = ranking.places.find(({ entryIds }) => entryIds.includes(entryId))?.rank;
  const ranked = rank === undefined ? {} : { rank };
  return { prizeId, entryId, ...ranked, joint: false, given: 'decision' };
}

function fateOf(one: PrizePlace, given: string, isHeld: boolean): Fate {
  if (isHeld) return 'held-by-a-tie';
  return one.prizeId === given ? 'awarded' : 'used-by-joint-prize';
}

/** Whoever a prize was taken from leaves their place empty; a joint prize stays with the others who share it. */
function awardsOf(
  entryIds: readonly string[],
  { rank, joint }: { readonly rank: number; readonly joint: boolean },
  of: {
    readonly back: ReadonlySet<string>;
    readonly places: readonly PrizePlace[];
    readonly prizeId: string;
  },
): Award[] {
  const kept = entryIds.filter((entryId) => !of.back.has(entryId));
  const awarded = of.places.filter(({ fate }) => fate === 'awarded');
  for (const one of awarded.slice(kept.length)) one.fate = 'taken-back';
  const isJoint = joint && kept.length > 1;
  return kept.map((entryId) => ({ prizeId: of.prizeId, entryId, rank, joint: isJoint }));
}

function blocker(
  { entryIds, rank, standing }: Pick<Place, 'entryIds' | 'rank' | 'standing'>,
  places: readonly PrizePlace[],
): AwardBlocker {
  return {
    code: standing === 'open' ? 'open-tie-across-prizes' : 'tie-across-prizes',
    rank,
    entryIds,
    prizeIds: [...new Set(places.map(({ prizeId }) => prizeId))],
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
