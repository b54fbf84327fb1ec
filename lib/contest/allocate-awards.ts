import type { Allocation, AwardRule, Prize } from './awards.ts';
import type { AwardDecision } from './organisers-decision.ts';
import { prizeLine } from './prize-line.ts';
import { givenByDecision, givenByVote } from './prizes-decided.ts';
import type { Ranking } from './ranking.ts';

/**
 * Gives the prizes: those by rank from the top of their ranking down (see `prizeLine`), those of a decision or a vote to whom it
 * names. What the organisers decided comes first: a place left empty or given stands in nobody's line any more.
 */
export function allocateAwards(
  rankings: {
    readonly overall: Ranking;
    readonly tracks: readonly { readonly trackId: string; readonly ranking: Ranking }[];
  },
  prizes: readonly Prize[],
  rule: AwardRule,
  decided: readonly AwardDecision[] = [],
): Allocation {
  const ranked = prizes.filter(({ given }) => given === undefined);
  const overall = ranked.filter(({ track }) => track === undefined);
  const parts: Allocation[] = [prizeLine(rankings.overall, overall, rule, decided)];
  for (const trackId of new Set(ranked.flatMap(({ track }) => track ?? []))) {
    const found = rankings.tracks.find((candidate) => candidate.trackId === trackId);
    const ofTrack = ranked.filter((prize) => prize.track === trackId);
    parts.push(prizeLine(found?.ranking ?? { places: [], ties: [] }, ofTrack, rule, decided));
  }
  for (const prize of prizes) {
    if (prize.given === 'decision') parts.push(givenByDecision(prize, decided));
    if (prize.given === 'publicVote') parts.push(givenByVote(prize, decided));
  }
  const uncounted = parts.flatMap((part) => part.uncounted ?? []);
  return {
    awards: parts.flatMap(({ awards }) => awards),
    unawarded: parts.flatMap(({ unawarded }) => unawarded),
    blockers: parts.flatMap(({ blockers }) => blockers),
    ...(uncounted.length === 0 ? {} : { uncounted }),
    ...(decided.length === 0 ? {} : { decided }),
  };
}
