import type { EntryRecord, ScoreRecord } from '../../lib/contest/entry-record.ts';
import type { Outcome } from '../../lib/contest/outcome.ts';
import type { Ranking } from '../../lib/contest/ranking.ts';
import type { Blocker } from '../../lib/contest/refusal.ts';

/** An outcome as the organisers see it, with what stands in the way of approving it. */
export const previewReply = (
  outcome: Outcome,
  seen: {
    readonly digest: string;
    readonly state: 'closed' | 'approved';
    readonly blockers: readonly Blocker[];
    /** Entries the reader is close to: what single judges gave them is not shown. */
    readonly hidden: { readonly has: (entryId: string) => boolean };
  },
) => ({
  editionId: outcome.editionId,
  roundId: outcome.roundId,
  digest: seen.digest,
  state: seen.state,
  rankings: outcome.rankings.map(({ mostVotes, entries, overall, tracks }) => ({
    ...(mostVotes === undefined ? {} : { mostVotes }),
    entries: entries.map((entry) => entryReply(entry, seen.hidden.has(entry.entryId))),
    overall: rankingReply(overall),
    tracks: tracks.map(({ trackId, ranking, advance }) => ({
      trackId,
      ranking: rankingReply(ranking),
      ...(advance ? { advance: { limit: advance.limit, entryIds: [...advance.entryIds] } } : {}),
    })),
  })),
  hiddenSheets: outcome.rankings
    .flatMap(({ entries }) => entries)
    .filter(({ entryId }) => seen.hidden.has(entryId))
    .reduce((count, { sheets }) => count + sheets.length, 0),
  awards: [...(outcome.allocation?.awards ?? [])],
  unawarded: [...(outcome.allocation?.unawarded ?? [])],
  blockers: [...seen.blockers],
});

const entryReply = ({ score, ...entry }: EntryRecord, isHidden: boolean) => ({
  ...entry,
  sheets: isHidden ? [] : [...entry.sheets],
  ...(isHidden ? { hiddenSheets: entry.sheets.length } : {}),
  ...(score ? { score: scoreReply(score) } : {}),
  whyNotEligible: [...entry.whyNotEligible],
});

const scoreReply = ({ components, ...score }: ScoreRecord) => ({
  ...score,
  criteria: [...score.criteria],
  ...(components === undefined ? {} : { components: [...components] }),
});

const rankingReply = ({ places, ties }: Ranking) => ({
  places: places.map((place) => ({ ...place, entryIds: [...place.entryIds] })),
  ties: ties.map((tie) => ({ ...tie, entryIds: [...tie.entryIds], trace: [...tie.trace] })),
});
