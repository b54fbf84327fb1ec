import type { Pair } from '../assign.ts';
import { balance } from './balance.ts';
import { Board, type Card } from './board.ts';
import { dealCheapest } from './cheapest-flow.ts';
import { type CompiledProblem, compileProblem, pairAt, pairsWithin } from './compiled-problem.ts';
import { connect } from './connect.ts';
import { reasonsAgainst } from './impossible.ts';
import type { AssignmentProblem, Impossible } from './problem.ts';
import { type AssignmentReport, componentsOf, reportAssignment } from './report.ts';
import { type Weights, weigh } from './weights.ts';

/** Who is to read what, as proposed to the chair. */
export interface Proposal {
  readonly possible: true;
  /** By entry, then judge, bytewise. */
  readonly pairs: readonly Pair[];
  /** Entries that get more judges than they asked for, since nothing less would make one piece. */
  readonly beyondDemand: readonly { readonly entryId: string; readonly by: number }[];
  readonly cost: number;
  /** The cost of the best assignment, before it was made one piece and balanced. */
  readonly leastCost: number;
  readonly report: AssignmentReport;
}

/** A proposal as changes to what stood. */
export interface Refill extends Proposal {
  readonly given: readonly Pair[];
  readonly taken: readonly Pair[];
}

/**
 * Proposes an assignment of least cost in one connected piece, or says why there is none. The same problem, in whatever
 * order, has the same answer. RangeErrors as in {@link compileProblem}.
 */
export function proposeAssignment(problem: AssignmentProblem): Proposal | Impossible {
  const compiled = compileProblem(problem);
  return solve(compiled, weigh(compiled));
}

/**
 * Proposes anew after a no-show, a late conflict or a change of demand, with the fewest pairs that did not stand. What is
 * handed in already is among the problem's fixed pairs.
 */
export function refillAssignment(
  problem: AssignmentProblem,
  standing: readonly Pair[],
): Refill | Impossible {
  const compiled = compileProblem(problem);
  const solved = solve(compiled, weigh(compiled, pairsWithin(compiled, standing)));
  if (!solved.possible) return solved;
  return {
    ...solved,
    given: without(solved.pairs, standing),
    taken: without(standing, solved.pairs),
  };
}

function solve(problem: CompiledProblem, weights: Weights): Proposal | Impossible {
  const reasons = reasonsAgainst(problem);
  if (reasons.length > 0) return { possible: false, reasons };
  const board = new Board(problem);
  dealCheapest(problem, board, weights);
  const leastCost = costOf(problem, board.cards());
  const parts = connect({ problem, board, weights });
  if (parts.count > 1) {
    const components = componentsOf(parts, problem.entryIds, problem.judgeIds);
    return { possible: false, reasons: [{ code: 'disconnected', components }] };
  }
  balance(problem, board, weights);
  const cards = board.cards();
  const pairs = cards.map(({ entry, judge }) => pairAt(problem, entry, judge));
  return {
    possible: true,
    pairs,
    beyondDemand: beyondDemand(problem, board),
    cost: costOf(problem, cards),
    leastCost,
    report: reportAssignment(pairs, problem.judgeIds),
  };
}

function costOf({ costs }: CompiledProblem, cards: readonly Card[]): number {
  return cards.reduce((total, { entry, judge }) => total + costs.at(entry, judge), 0);
}

function beyondDemand({ entryIds, demand }: CompiledProblem, board: Board) {
  return entryIds
    .map((entryId, entry) => ({
      entryId,
      by: board.readersOf(entry).length - (demand[entry] ?? 0),
    }))
    .filter(({ by }) => by > 0);
}

/** The pairs that the others do not have. */
function without(pairs: readonly Pair[], others: readonly Pair[]): readonly Pair[] {
  const keys = new Set(others.map(keyOf));
  return pairs.filter((pair) => !keys.has(keyOf(pair)));
}

function keyOf({ entryId, judgeId }: Pair): string {
  return `${entryId} ${judgeId}`;
}
