import { decisionsOf } from '../../lib/contest/decisions.ts';
import { found } from '../../lib/contest/found.ts';
import { deriveOutcome, type Outcome } from '../../lib/contest/outcome.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { tasksOf } from '../../lib/contest/round-tasks.ts';
import type { Table } from '../../lib/platform/table.ts';
import { digestOf, sha256Hex } from '../../lib/store/digest.ts';
import { planOfRound, type RoundFacts } from '../../lib/store/judging.ts';
import { loadSheets } from '../../lib/store/round-sheets.ts';
import { loadRulings, type Rulings } from '../../lib/store/rulings.ts';

/** A closed round's outcome from its sheets as they are, and the digest that names it. */
export async function roundOutcome(
  table: Table,
  facts: RoundFacts,
): Promise<{ outcome: Outcome; digest: string; rulings: Rulings }> {
  const round = found(facts.round);
  // Nobody, organisers included, sees a ranking while a sheet can still change.
  if (round.state !== 'closed' && round.state !== 'approved') {
    throw new Refused({ code: 'state-conflict', state: round.state });
  }
  const [plan, tasks, rulings] = await Promise.all([
    planOfRound(table, found(facts.plan), round),
    loadSheets(table, round.editionId, round.roundId),
    loadRulings(table, round.editionId, round.roundId),
  ]);
  const assigned = tasksOf(round, tasks);
  const inForce = new Set(assigned.map(({ task }) => `${task.entryId} ${task.judgeId}`));
  const tracks = new Map(assigned.map(({ task }) => [task.entryId, task.trackId]));
  const outcome = deriveOutcome({
    plan,
    round,
    roundPlan: found(roundOf(plan, round.roundId)),
    entries: [...tracks].map(([entryId, trackId]) => ({ entryId, trackId })),
    sheets: tasks.sheets.filter(({ entryId, judgeId }) => inForce.has(`${entryId} ${judgeId}`)),
    decisions: decisionsOf({ round, entryIds: [...tracks.keys()], ties: rulings.ties }, sha256Hex),
  });
  return { outcome, digest: digestOf(outcome), rulings };
}
