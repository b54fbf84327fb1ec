import { nameOf } from '../contest/assign.ts';
import { decisionsOf } from '../contest/decisions.ts';
import { divergenceFlags } from '../contest/divergence.ts';
import { type FlagStand, flagStands } from '../contest/flag.ts';
import { found, refuse } from '../contest/found.ts';
import { deriveOutcome, type Outcome } from '../contest/outcome.ts';
import type { Plan } from '../contest/plan.ts';
import { type Refusal, Refused } from '../contest/refusal.ts';
import type { Assignment, Round } from '../contest/round.ts';
import type { GivenValues, RoundEntry, RoundSheet } from '../contest/round-facts.ts';
import { tasksOf } from '../contest/round-tasks.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Table } from '../platform/table.ts';
import { digestOf, sha256Hex } from '../store/digest.ts';
import { loadPlanAndGiven } from '../store/given-components.ts';
import type { RoundFacts } from '../store/judging.ts';
import { loadSheets } from '../store/round-sheets.ts';
import { loadRulings, type Rulings } from '../store/rulings.ts';

/** What a closed round's outcome is derived from: its sheets and rulings as they are. */
export async function outcomeFacts(table: Table, facts: RoundFacts) {
  const round = found(facts.round);
  // Nobody, organisers included, sees a ranking while a sheet can still change.
  if (round.state !== 'closed' && round.state !== 'approved') {
    throw new Refused({ code: 'state-conflict', state: round.state });
  }
  const [{ plan, roundPlan, given }, tasks, rulings] = await Promise.all([
    loadPlanAndGiven(table, found(facts.plan), round),
    loadSheets(table, round.editionId, round.roundId),
    loadRulings(table, round.editionId, round.roundId),
  ]);
  const assigned = tasksOf(round, tasks);
  const inForce = new Set(assigned.map(({ task }) => nameOf(task)));
  const tracks = new Map(assigned.map(({ task }) => [task.entryId, task.trackId]));
  const entryIds = [...tracks.keys()];
  const isHeld = (sheet: ScoreSheet) => inForce.has(nameOf(sheet));
  const held = tasks.sheets.filter(isHeld);
  const taken = tasks.sheets.filter((sheet) => !isHeld(sheet));
  return {
    plan,
    round,
    roundPlan,
    entries: [...tracks].map(([entryId, trackId]) => roundEntry(entryId, trackId, given)),
    // One whose task was taken back is named in the derivation, and why it does not count.
    sheets: [...held, ...taken.map((sheet): RoundSheet => ({ ...sheet, takenBack: true }))],
    held,
    decisions: decisionsOf({ round, entryIds, ...rulings }, sha256Hex),
    rulings,
    tasks: assigned.map(({ task }) => task),
  };
}

function roundEntry(
  entryId: string,
  trackId: string,
  given: ReadonlyMap<string, GivenValues>,
): RoundEntry {
  const { points, votes } = given.get(entryId) ?? {};
  if (points === undefined) return { entryId, trackId };
  return { entryId, trackId, given: { points, ...(votes === undefined ? {} : { votes }) } };
}

/** What a closed round comes to, and what of it people have to look at. */
export interface ClosedRound {
  readonly round: Round;
  /** By which it was scored. */
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly rulings: Rulings;
  /** Entries whose judges are too far apart. */
  readonly flags: readonly FlagStand[];
  /** In force; the sheets are those of them. */
  readonly tasks: readonly Assignment[];
  readonly sheets: readonly ScoreSheet[];
}

/** Derives a closed round, also while it waits for sheets: then nobody may see its outcome. */
export async function deriveRound(table: Table, facts: RoundFacts): Promise<ClosedRound> {
  const from = await outcomeFacts(table, facts);
  const { round, plan, rulings, tasks, held: sheets } = from;
  const outcome = deriveOutcome(from);
  const flagged = divergenceFlags(outcome.rankings, from.roundPlan.divergence);
  const flags = flagStands(round, flagged, rulings.flags);
  return { round, plan, outcome, rulings, flags, tasks, sheets };
}

/** A closed round's outcome and the digest that names it; nobody's while the round waits for sheets. */
export async function roundOutcome(
  table: Table,
  facts: RoundFacts,
): Promise<ClosedRound & { readonly digest: string }> {
  const closed = await deriveRound(table, facts);
  refuse(whyNotShown(closed.round));
  return { ...closed, digest: digestOf(closed.outcome) };
}

/** Whether a closed round still waits for sheets: nobody sees what it comes to until they are in. */
export function whyNotShown({ rescoring = [] }: Round): Refusal | undefined {
  if (rescoring.length === 0) return undefined;
  const blockers = rescoring.map(({ entryId }) => ({ code: 'sheets-awaited', entryId }));
  return { code: 'state-conflict', state: 'rescoring', blockers };
}
