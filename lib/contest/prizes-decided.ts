import type { Allocation, Award, Prize, UnawardedPrize } from './awards.ts';
import type { AwardDecision, CountVotes } from './organisers-decision.ts';
import { decisionsOn, prizeLine } from './prize-line.ts';
import { rank } from './rank.ts';
import type { Place } from './ranking.ts';

/** A prize that nobody gets by rank: whom the organisers named gets it, and places they named nobody for stay. */
export function givenByDecision(prize: Prize, decided: readonly AwardDecision[]): Allocation {
  const { given, empty } = decisionsOn([prize], decided);
  const awards = given.map(
    ({ prizeId, entryId }): Award => ({ prizeId, entryId, joint: false, given: 'decision' }),
  );
  const left = empty.reduce((sum, { places }) => sum + places, 0);
  const open = Math.max(0, prize.quantity - awards.length - left);
  return {
    awards,
    unawarded: [...places(prize, open, 'not-decided'), ...places(prize, left, 'left-empty')],
    blockers: [],
  };
}

function places(
  { id }: Prize,
  count: number,
  because: UnawardedPrize['because'],
): UnawardedPrize[] {
  return count === 0 ? [] : [{ prizeId: id, places: count, because }];
}

/** A prize of the public: the most votes win, equal counts share it, nobody wins with none. */
export function givenByVote(prize: Prize, decided: readonly AwardDecision[]): Allocation {
  const isOfIt = ({ prizeId }: AwardDecision) => prizeId === prize.id;
  const last = decided
    .filter(isOfIt)
    .flatMap((one) => (one.kind === 'count-votes' ? [one] : []))
    .at(-1);
  const counts = last?.counts ?? [];
  const line = prizeLine(
    { places: placesByVotes(counts), ties: [] },
    [prize],
    { ties: 'joint' },
    decided,
  );
  const votes = new Map(counts.map((one) => [one.entryId, one.votes]));
  const awards = line.awards.map(
    ({ prizeId, entryId, joint }): Award => ({
      prizeId,
      entryId,
      joint,
      given: 'publicVote',
      votes: votes.get(entryId) ?? 0,
    }),
  );
  const isLeftEmpty = line.unawarded.some(
    (one) => one.because === 'left-empty' && one.places >= prize.quantity,
  );
  return {
    ...line,
    awards,
    ...(last === undefined && !isLeftEmpty ? { uncounted: [prize.id] } : {}),
  };
}

function placesByVotes(counts: CountVotes['counts']): Place[] {
  const voted = counts.filter(({ votes }) => votes > 0);
  return rank(voted, (a, b) => b.votes - a.votes).map(
    ({ rank: here, members }): Place => ({
      rank: here,
      score: String(members[0]?.votes ?? 0),
      entryIds: members.map(({ entryId }) => entryId).sort(),
      standing: members.length > 1 ? 'shared' : 'alone',
    }),
  );
}
