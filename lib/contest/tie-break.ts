import type { EntryScore } from './aggregate.ts';
import { numberPlaces } from './rank.ts';
import type { TieStep } from './ranking-rules.ts';
import type { ChairDecision } from './round-facts.ts';
import { applyStep, type Split, type StepNote, type TieFacts } from './tie-steps.ts';

/** One step's work on one tied set, for a person to follow: who was tied, on what figures, what it left. */
export type TraceStep = {
  /** The step's kind, with its criterion: "criterion:novelty". */
  readonly step: string;
  /** The rank the tied set stands at. */
  readonly rank: number;
  readonly tied: readonly string[];
  readonly values: { readonly [entryId: string]: string };
  /** Best first; a single group means that the step did not split the set. */
  readonly split: readonly (readonly string[])[];
  readonly note?: StepNote;
  readonly decision?: Omit<ChairDecision, 'order'>;
  readonly commitment?: string;
};

/**
 * Entries at one place. `shared`: the rules or the chair let them share it. `open`: the ladder ended without
 * deciding; they hold the place together until people do, and whoever depends on their order must wait.
 */
export interface HeldPlace {
  readonly entryIds: readonly string[];
  readonly standing: 'alone' | 'shared' | 'open';
}

/** A broken tie, best first, and the way there. */
export interface BrokenTie {
  readonly places: readonly HeldPlace[];
  readonly trace: readonly TraceStep[];
}

/**
 * Takes a set tied at `rank` down the ladder: each step splits it, and what stays tied goes on to the next
 * step, never back to the first. Never by chance or input order: what the ladder leaves tied stays tied.
 */
export function breakTie(tied: readonly EntryScore[], rank: number, facts: TieFacts): BrokenTie {
  return goDown(tied, rank, { facts, step: 0 });
}

function goDown(
  tied: readonly EntryScore[],
  rank: number,
  at: { facts: TieFacts; step: number },
): BrokenTie {
  if (tied.length === 1) return ended(tied, 'open');
  const step = at.facts.rules.tieBreak[at.step];
  if (step === undefined) return ended(tied, 'open');
  const split: Split = isBeyond(step, rank)
    ? { groups: [tied], values: new Map(), note: 'beyond-rank' }
    : applyStep(step, tied, at.facts);
  const below = numberPlaces(split.groups, rank).map(({ members, rank: here }) =>
    split.ends === undefined
      ? goDown(members, here, { facts: at.facts, step: at.step + 1 })
      : ended(members, split.ends),
  );
  return {
    places: below.flatMap(({ places }) => places),
    trace: [describe(step, { tied, rank, split }), ...below.flatMap(({ trace }) => trace)],
  };
}

function ended(members: readonly EntryScore[], standing: 'shared' | 'open'): BrokenTie {
  return {
    places: [{ entryIds: ids(members), standing: members.length === 1 ? 'alone' : standing }],
    trace: [],
  };
}

function isBeyond(step: TieStep, rank: number): boolean {
  return step.upToRank !== undefined && rank > step.upToRank;
}

function describe(
  step: TieStep,
  { tied, rank, split }: { tied: readonly EntryScore[]; rank: number; split: Split },
): TraceStep {
  return {
    step: step.kind === 'criterion' ? `criterion:${step.criterionId}` : step.kind,
    rank,
    tied: ids(tied),
    values: Object.fromEntries(split.values),
    split: split.groups.map(ids),
    ...(split.note === undefined ? {} : { note: split.note }),
    ...(split.decision === undefined ? {} : { decision: split.decision }),
    ...(split.commitment === undefined ? {} : { commitment: split.commitment }),
  };
}

function ids(entries: readonly EntryScore[]): string[] {
  return entries.map(({ entryId }) => entryId);
}
