import type { Choice, Text } from '../../lib/contest/plan.ts';
import type { PublishedAward } from '../../lib/contest/public-award.ts';

/** The awards of each prize together, prizes in the order in which they were given. */
export function awardsByPrize(
  awards: readonly PublishedAward[],
): readonly { readonly prize: Text; readonly awards: readonly PublishedAward[] }[] {
  const ids = [...new Set(awards.map(({ prizeId }) => prizeId))];
  return ids.flatMap((id) => {
    const some = awards.filter(({ prizeId }) => prizeId === id);
    const [first] = some;
    return first ? [{ prize: first.prize, awards: some }] : [];
  });
}

/** The awards of each track that has some, tracks in the order of the plan. */
export const awardsByTrack = (
  awards: readonly PublishedAward[],
  tracks: readonly Choice[],
): readonly { readonly name: Text; readonly awards: readonly PublishedAward[] }[] =>
  tracks
    .map(({ id, name }) => ({ name, awards: awards.filter(({ trackId }) => trackId === id) }))
    .filter((one) => one.awards.length > 0);
