import type { CompiledProblem } from './compiled-problem.ts';
import { Grid, type PairSet } from './grid.ts';
import { hashOf, mix, wordsOf } from './random.ts';

/** What each pair weighs: a change of what stands above any cost, a cost above any tie, a tie by lot. */
export interface Weights {
  /** Infinite where the pair must not be. */
  readonly of: Grid;
  /** One unit of cost. */
  readonly unit: number;
  /** One pair that does not stand yet; more than all costs of a chain of moves. */
  readonly change: number;
}

const tieRange = 1024;

/**
 * Weighs all pairs; with `standing`, pairs that do not stand yet weigh one change more. All ties together are less than
 * a unit of cost. A RangeError where a chain of moves could leave the whole numbers of a double.
 */
export function weigh(problem: CompiledProblem, standing?: PairSet): Weights {
  const { entryIds, judgeIds, conflicts, costs, demand, highestCost, digest } = problem;
  const unit = tieRange * Math.max(1, sum(demand));
  const change = standing === undefined ? 0 : 2 * (judgeIds.length + 1) * (highestCost + 1) * unit;
  if ((judgeIds.length + 1) * (change + (highestCost + 1) * unit) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('too many cards and judges for one assignment');
  }
  const [entryWord = 0, judgeWord = 0] = wordsOf(digest);
  const entryHashes = entryIds.map((id) => hashOf(entryWord, id));
  const judgeHashes = judgeIds.map((id) => Math.imul(hashOf(judgeWord, id), 0x9e3779b1));
  const of = new Grid(entryIds.length, judgeIds.length, Number.POSITIVE_INFINITY);
  entryHashes.forEach((entryHash, entry) => {
    judgeHashes.forEach((judgeHash, judge) => {
      if (conflicts.has(entry, judge)) return;
      const tie = mix(entryHash + judgeHash) % tieRange;
      const isChange = standing !== undefined && !standing.has(entry, judge);
      of.set(entry, judge, (isChange ? change : 0) + costs.at(entry, judge) * unit + tie);
    });
  });
  return { of, unit, change };
}

/** What a pair weighs beside the lot. */
export function priceOf({ of }: Weights, entry: number, judge: number): number {
  const weight = of.at(entry, judge);
  return weight - (weight % tieRange);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
