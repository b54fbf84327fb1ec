import { allocateAwards } from './allocate-awards.ts';
import type { Allocation } from './awards.ts';
import { type Plan, type RoundPlan, rubricFor } from './plan.ts';
import { type RankingRecord, rankRound } from './ranking-record.ts';
import { type Blocker, Refused } from './refusal.ts';
import type { Round } from './round.ts';
import type { Decisions, RoundEntry, RoundSheet } from './round-facts.ts';
import type { Rubric } from './rubric.ts';

/** What a closed round comes to: a ranking for each rubric, and for the last round who gets which prize. */
export interface Outcome {
  readonly editionId: string;
  readonly roundId: string;
  readonly planVersion: number;
  readonly rankings: readonly RankingRecord[];
  /** Only for the last round. */
  readonly allocation?: Allocation;
}

/** Derives a round's outcome from its sheets: pure, and the same bytes for the same facts in any order. */
export function deriveOutcome(facts: {
  readonly plan: Plan;
  readonly round: Round;
  readonly roundPlan: RoundPlan;
  readonly entries: readonly RoundEntry[];
  readonly sheets: readonly RoundSheet[];
  readonly decisions: Decisions;
}): Outcome {
  const { plan, round, roundPlan, entries, sheets, decisions } = facts;
  const rankings = rubricsOf(plan, roundPlan).map(({ rubric, tracks }) => {
    const ranked = entries.filter(({ trackId }) => tracks.has(trackId));
    const ids = new Set(ranked.map(({ entryId }) => entryId));
    return rankRound({
      rules: roundPlan.rules,
      rubric,
      entries: ranked,
      sheets: sheets.filter(({ entryId }) => ids.has(entryId)),
      decisions,
    });
  });
  const outcome = {
    editionId: round.editionId,
    roundId: round.roundId,
    planVersion: round.planVersion,
    rankings,
  };
  const isLast = plan.rounds.at(-1)?.id === roundPlan.id;
  return isLast ? { ...outcome, allocation: allocationOf(plan, rankings, decisions) } : outcome;
}

function rubricsOf(
  plan: Plan,
  roundPlan: RoundPlan,
): { rubric: Rubric; tracks: ReadonlySet<string> }[] {
  const byRubric = new Map<Rubric, Set<string>>();
  for (const { id } of plan.tracks) {
    const rubric = rubricFor(roundPlan, id);
    if (rubric) byRubric.set(rubric, (byRubric.get(rubric) ?? new Set<string>()).add(id));
  }
  return [...byRubric].map(([rubric, tracks]) => ({ rubric, tracks }));
}

/** Prizes over all tracks need one ranking of all; where rubrics differ between tracks, only tracks have prizes. */
function allocationOf(
  plan: Plan,
  rankings: readonly RankingRecord[],
  decisions: Decisions,
): Allocation {
  const [only, another] = rankings;
  const overall = only && !another ? only.overall : { places: [], ties: [] };
  const tracks = rankings.flatMap((ranking) => ranking.tracks);
  return allocateAwards({ overall, tracks }, plan.prizes, plan.awards, decisions.awards);
}

/** Entries that go on to the next round, best first within each track. */
export function advancedEntries(outcome: Outcome): string[] {
  return outcome.rankings.flatMap(({ tracks }) =>
    tracks.flatMap(({ advance }) => advance?.entryIds ?? []),
  );
}

/** What people must still decide before the outcome can be approved. */
export function outcomeBlockers(outcome: Outcome): Blocker[] {
  const cuts = outcome.rankings
    .flatMap(({ tracks }) => tracks.flatMap(({ advance }) => advance?.blockers ?? []))
    .flatMap(({ code, entryIds }) => entryIds.map((entryId) => ({ code, entryId })));
  const ties = (outcome.allocation?.blockers ?? []).flatMap(({ code, entryIds }) =>
    entryIds.map((entryId) => ({ code, entryId })),
  );
  const votes = outcome.allocation?.uncounted ?? [];
  return [...cuts, ...ties, ...votes.map((prizeId) => ({ code: 'votes-not-counted', prizeId }))];
}

/** The round with its outcome approved. What is approved is what was seen: the digests must agree. */
export function approveOutcome(
  facts: {
    readonly round: Round;
    readonly outcome: Outcome;
    readonly digest: string;
    /** What else people must decide: see `flagBlockers`. */
    readonly flagged?: readonly Blocker[];
  },
  seen: { readonly digest: string; readonly by: string; readonly now: string },
): Round {
  const { round, outcome, digest, flagged = [] } = facts;
  const blockers = [...outcomeBlockers(outcome), ...flagged];
  if (round.state !== 'closed' || blockers.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
  if (seen.digest !== digest) throw new Refused({ code: 'digest-changed', current: digest });
  return {
    ...round,
    state: 'approved',
    approval: { digest, by: seen.by, at: seen.now },
    version: round.version + 1,
  };
}
