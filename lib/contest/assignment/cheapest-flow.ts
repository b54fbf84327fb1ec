import type { Board } from './board.ts';
import type { CompiledProblem } from './compiled-problem.ts';
import { JudgeGraph } from './judge-graph.ts';
import type { Weights } from './weights.ts';

/** What a judge's next card costs, the weightier first. */
type Rank = readonly [owed: number, changes: number, load: number, weight: number];

/**
 * Deals every card that is still wanted at the least cost (successive shortest paths): floors first, then, in a refill,
 * the fewest changes, then equal loads if they are asked for, then cost, then the lot. The problem must be feasible.
 */
export function dealCheapest(problem: CompiledProblem, board: Board, weights: Weights): void {
  const graph = new JudgeGraph(board, weights, problem.judgeIds.length);
  problem.demand.forEach((wanted, entry) => {
    while (board.readersOf(entry).length < wanted) {
      const { distances, before } = graph.chainsFrom(entry);
      graph.deal(entry, bestEnd(problem, board, weights, distances), before);
    }
  });
}

function bestEnd(
  problem: CompiledProblem,
  board: Board,
  { change }: Weights,
  distances: Float64Array,
): number {
  let best = -1;
  let bestRank: Rank = [Number.POSITIVE_INFINITY, 0, 0, 0];
  distances.forEach((weight, judge) => {
    if (weight === Number.POSITIVE_INFINITY || board.isFull(judge)) return;
    const load = board.loadOf(judge);
    const owed = load < (problem.floors[judge] ?? 0) ? 0 : 1;
    const changes = change === 0 ? 0 : Math.round(weight / change);
    const rank: Rank = [owed, changes, problem.even ? load : 0, weight];
    if (!isLess(rank, bestRank)) return;
    best = judge;
    bestRank = rank;
  });
  if (best < 0) throw new RangeError('an entry finds no judge in a feasible problem');
  return best;
}

function isLess(a: Rank, b: Rank): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
