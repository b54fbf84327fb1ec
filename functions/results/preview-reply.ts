import type { UncountedSheet } from '../../lib/contest/counted-sheets.ts';
import type { EntryRecord, ScoreRecord } from '../../lib/contest/entry-record.ts';
import type { Outcome } from '../../lib/contest/outcome.ts';
import type { Ranking } from '../../lib/contest/ranking.ts';
import type { RankingRecord } from '../../lib/contest/ranking-record.ts';
import type { Blocker } from '../../lib/contest/refusal.ts';

interface Hidden {
  readonly has: (entryId: string) => boolean;
}

/** An outcome as the organisers see it, with what stands in the way of approving it. */
export const previewReply = (
  outcome: Outcome,
  seen: {
    readonly digest: string;
    readonly state: 'closed' | 'approved';
    readonly blockers: readonly Blocker[];
    /** Entries the reader is close to: what single judges gave them is not shown. */
    readonly hidden: Hidden;
  },
) => ({
  editionId: outcome.editionId,
  roundId: outcome.roundId,
  digest: seen.digest,
  state: seen.state,
  rankings: outcome.rankings.map((ranking) => rankedReply(ranking, seen.hidden)),
  hiddenSheets: outcome.rankings
    .flatMap(({ entries }) => entries)
    .filter(({ entryId }) => seen.hidden.has(entryId))
    .reduce((count, { sheets }) => count + sheets.length, 0),
  awards: [...(outcome.allocation?.awards ?? [])],
  unawarded: [...(outcome.allocation?.unawarded ?? [])],
  blockers: [...seen.blockers],
});

function rankedReply(ranking: RankingRecord, hidden: Hidden) {
  const { mostVotes, entries, notCounted, overall, tracks } = ranking;
  const leftOut = Map.groupBy(notCounted, ({ entryId }) => entryId);
  return {
    ...(mostVotes === undefined ? {} : { mostVotes }),
    entries: entries.map((entry) => {
      if (hidden.has(entry.entryId)) return hiddenReply(entry);
      const left = leftOut.get(entry.entryId) ?? [];
      return { ...entryReply(entry), notCounted: left.map(whyLeft) };
    }),
    overall: rankingReply(overall),
    tracks: tracks.map(({ trackId, ranking: inTrack, advance }) => ({
      trackId,
      ranking: rankingReply(inTrack),
      ...(advance ? { advance: { limit: advance.limit, entryIds: [...advance.entryIds] } } : {}),
    })),
  };
}

const entryReply = ({ score, ...entry }: EntryRecord) => ({
  ...entry,
  sheets: [...entry.sheets],
  ...(score ? { score: scoreReply(score) } : {}),
  whyNotEligible: [...entry.whyNotEligible],
});

/** What single judges gave is not shown, nor whose sheet was left out. */
const hiddenReply = (entry: EntryRecord) => ({
  ...entryReply(entry),
  sheets: [],
  notCounted: [],
  hiddenSheets: entry.sheets.length,
});

const whyLeft = ({ judgeId, because }: UncountedSheet) => ({ judgeId, because });

const scoreReply = ({ components, ...score }: ScoreRecord) => ({
  ...score,
  criteria: [...score.criteria],
  ...(components === undefined ? {} : { components: [...components] }),
});

const rankingReply = ({ places, ties }: Ranking) => ({
  places: places.map((place) => ({ ...place, entryIds: [...place.entryIds] })),
  ties: ties.map((tie) => ({ ...tie, entryIds: [...tie.entryIds], trace: [...tie.trace] })),
});
