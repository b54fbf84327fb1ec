import fc from 'fast-check';
import type { Pair } from '../../lib/contest/assign.ts';
import type { AssignmentProblem } from '../../lib/contest/assignment/problem.ts';
import { problemOf } from './assignment-problems.ts';

const entryIds = ['a', 'b', 'c', 'd'];
const judgeIds = ['p', 'q', 'r', 's'];

/** Problems small enough that all assignments can be looked at. */
export const smallProblems: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    demands: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    bounds: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 1, maxLength: 4 }),
    costs: fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }),
    // Up to 2 of 15: a conflict, 3: fixed, any other: neither. Now and then the chair's choice is in conflict.
    marks: fc.array(fc.nat(15), { minLength: 16, maxLength: 16 }),
    chairErrs: fc.nat(40).map((at) => at === 0),
    loads: fc.constantFrom('even' as const, 'cheapest' as const),
    digest: fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'),
      minLength: 64,
      maxLength: 64,
    }),
  })
  .map(({ demands, bounds, costs, marks, chairErrs, loads, digest }) => {
    const entries = demands.map((judges, at) => ({ entryId: entryIds[at]!, judges }));
    const judges = bounds.map(([atLeast, more], at) => ({
      judgeId: judgeIds[at]!,
      atLeast,
      atMost: atLeast + more,
    }));
    const pairs = allPairs({ entries, judges });
    return problemOf({
      entries,
      judges,
      conflicts: pairs.filter((_, at) => marks[at]! < 3),
      fixed: pairs.filter((_, at) => marks[at] === 2 + (chairErrs ? 0 : 1)),
      costs: pairs.map((pair, at) => ({ ...pair, cost: costs[at]! })),
      loads,
      digest,
    });
  });

/** Every pair there could be. */
export function allPairs({
  entries,
  judges,
}: Pick<AssignmentProblem, 'entries' | 'judges'>): Pair[] {
  return entries.flatMap(({ entryId }) => judges.map(({ judgeId }) => ({ entryId, judgeId })));
}

export const isIn = (pairs: readonly Pair[], { entryId, judgeId }: Pair): boolean =>
  pairs.some((pair) => pair.entryId === entryId && pair.judgeId === judgeId);

/** How many of the pairs are of this entry or judge. */
export const countOf = (pairs: readonly Pair[], id: string): number =>
  pairs.filter(({ entryId, judgeId }) => entryId === id || judgeId === id).length;

export function costOf({ costs }: AssignmentProblem, pairs: readonly Pair[]): number {
  return costs.filter((pair) => isIn(pairs, pair)).reduce((total, { cost }) => total + cost, 0);
}

/** Whether the loads are within bounds. */
export function keepsLoads({ judges }: AssignmentProblem, pairs: readonly Pair[]): boolean {
  return judges.every(({ judgeId, atLeast, atMost }) => {
    const load = countOf(pairs, judgeId);
    return load >= atLeast && load <= atMost;
  });
}

/** The sum of the squares of the loads: least where they are even. */
export function unevenness({ judges }: AssignmentProblem, pairs: readonly Pair[]): number {
  return judges.reduce((total, { judgeId }) => total + countOf(pairs, judgeId) ** 2, 0);
}

/** All assignments that keep demands, conflicts, fixed pairs and bounds. */
export function allAssignments(problem: AssignmentProblem): Pair[][] {
  const choices = problem.entries.map(({ entryId, judges: wanted }) => {
    const pairs = problem.judges.map(({ judgeId }) => ({ entryId, judgeId }));
    return subsets(pairs).filter(
      (chosen) =>
        chosen.length === wanted &&
        chosen.every((pair) => !isIn(problem.conflicts, pair)) &&
        pairs.every((pair) => !isIn(problem.fixed, pair) || isIn(chosen, pair)),
    );
  });
  return choices
    .reduce<Pair[][]>(
      (found, next) => found.flatMap((start) => next.map((chosen) => [...start, ...chosen])),
      [[]],
    )
    .filter((pairs) => keepsLoads(problem, pairs));
}

function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>(
    (found, value) => found.concat(found.map((set) => [...set, value])),
    [[]],
  );
}
