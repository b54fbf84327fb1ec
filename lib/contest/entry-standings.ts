import type { Ranking } from './ranking.ts';
import type { RankingRecord } from './ranking-record.ts';

/** Where an entry stands in one ranking, and who is next to it. */
export interface Standing {
  /** Absent in the ranking of all. */
  readonly trackId?: string;
  readonly rank: number;
  readonly score: string;
  /** Who shares the place. */
  readonly beside: readonly string[];
  readonly above?: Neighbour;
  readonly below?: Neighbour;
}

interface Neighbour {
  readonly rank: number;
  readonly score: string;
  readonly entryIds: readonly string[];
}

/** In the ranking of all, and in that of its track; in none where it has no place. */
export function standingsOf(entryId: string, { overall, tracks }: RankingRecord): Standing[] {
  const rankings: readonly { readonly ranking: Ranking; readonly of: { trackId?: string } }[] = [
    { ranking: overall, of: {} },
    ...tracks.map(({ trackId, ranking }) => ({ ranking, of: { trackId } })),
  ];
  return rankings.flatMap(({ ranking: { places }, of }) => {
    const at = places.findIndex(({ entryIds }) => entryIds.includes(entryId));
    const place = places[at];
    if (!place) return [];
    const [above, below] = [places[at - 1], places[at + 1]];
    return [
      {
        ...of,
        rank: place.rank,
        score: place.score,
        beside: place.entryIds.filter((one) => one !== entryId),
        ...(above ? { above: neighbour(above) } : {}),
        ...(below ? { below: neighbour(below) } : {}),
      },
    ];
  });
}

const neighbour = ({ rank, score, entryIds }: Neighbour): Neighbour => ({ rank, score, entryIds });
