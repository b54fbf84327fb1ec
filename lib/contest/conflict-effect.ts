import { compareBytewise } from './bytewise.ts';
import type { Outcome } from './outcome.ts';
import type { Ranking } from './ranking.ts';
import type { RoundSheet } from './round-facts.ts';

/** Where an entry stands in an outcome; without ranks it has no place. */
export interface EntryStanding {
  /** Among all entries of its rubric. */
  readonly rank?: number;
  readonly trackRank?: number;
  readonly advances: boolean;
  readonly prizeIds: readonly string[];
}

/** An entry for which struck sheets make a difference. */
export interface ConflictEffect {
  readonly entryId: string;
  /** Were the struck sheets counted. */
  readonly counted: EntryStanding;
  /** As it is. */
  readonly struck: EntryStanding;
}

/** A round's sheets with those counted again that were struck by a conflict. `conflicts` has them as `entryId judgeId`. */
export const withStruckCounted = <Sheet extends RoundSheet>(
  sheets: readonly Sheet[],
  conflicts: { readonly has: (pair: string) => boolean },
): Sheet[] =>
  sheets.map((sheet) =>
    sheet.recused && conflicts.has(`${sheet.entryId} ${sheet.judgeId}`)
      ? { ...sheet, recused: false }
      : sheet,
  );

/**
 * The entries whose place, prize or way into the next round is another one because sheets were struck, by id. A score that
 * moves and changes none of these is not named.
 */
export function conflictEffects(counted: Outcome, struck: Outcome): ConflictEffect[] {
  const [before, after] = [standingsIn(counted), standingsIn(struck)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareBytewise);
  return ids
    .map((entryId) => ({
      entryId,
      counted: before.get(entryId) ?? nowhere,
      struck: after.get(entryId) ?? nowhere,
    }))
    .filter((effect) => isOther(effect.counted, effect.struck));
}

const nowhere: EntryStanding = { advances: false, prizeIds: [] };

function isOther(one: EntryStanding, other: EntryStanding): boolean {
  return (
    one.rank !== other.rank ||
    one.trackRank !== other.trackRank ||
    one.advances !== other.advances ||
    one.prizeIds.join() !== other.prizeIds.join()
  );
}

function standingsIn({ rankings, allocation }: Outcome): ReadonlyMap<string, EntryStanding> {
  const tracks = rankings.flatMap((ranking) => ranking.tracks);
  const ranks = ranksIn(rankings.map(({ overall }) => overall));
  const trackRanks = ranksIn(tracks.map(({ ranking }) => ranking));
  const advanced = new Set(tracks.flatMap(({ advance }) => advance?.entryIds ?? []));
  const awards = allocation?.awards ?? [];
  return new Map(
    rankings
      .flatMap(({ entries }) => entries)
      .map(({ entryId }) => {
        const [rank, trackRank] = [ranks.get(entryId), trackRanks.get(entryId)];
        const prizeIds = awards.filter((award) => award.entryId === entryId);
        return [
          entryId,
          {
            ...(rank === undefined ? {} : { rank }),
            ...(trackRank === undefined ? {} : { trackRank }),
            advances: advanced.has(entryId),
            prizeIds: prizeIds.map(({ prizeId }) => prizeId).sort(compareBytewise),
          },
        ] as const;
      }),
  );
}

const ranksIn = (rankings: readonly Ranking[]): ReadonlyMap<string, number> =>
  new Map(
    rankings
      .flatMap(({ places }) => places)
      .flatMap(({ rank, entryIds }) => entryIds.map((entryId) => [entryId, rank] as const)),
  );
