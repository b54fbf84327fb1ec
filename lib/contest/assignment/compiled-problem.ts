import type { Pair } from '../assign.ts';
import { compareBytewise } from '../bytewise.ts';
import { Grid, PairSet } from './grid.ts';
import type { AssignmentProblem, EntryDemand, JudgeLoad } from './problem.ts';
import { wordsOf } from './random.ts';

/** The problem by positions: ids sorted bytewise, so that the order of the request cannot matter. */
export interface CompiledProblem {
  readonly entryIds: readonly string[];
  readonly judgeIds: readonly string[];
  /** The cards each entry wants, fixed ones included. */
  readonly demand: readonly number[];
  readonly floors: readonly number[];
  readonly caps: readonly number[];
  readonly conflicts: PairSet;
  readonly fixed: PairSet;
  readonly costs: Grid;
  readonly highestCost: number;
  readonly even: boolean;
  readonly tolerance: number;
  readonly digest: string;
}

/** Where ids stand, and how to find the positions of a pair. */
interface Places {
  readonly entry: ReadonlyMap<string, number>;
  readonly judge: ReadonlyMap<string, number>;
}

/** Makes positions of ids. A RangeError for a number out of its range, an id named twice or one never named. */
export function compileProblem(problem: AssignmentProblem): CompiledProblem {
  checkNumbers(problem);
  const entries = problem.entries.toSorted((a, b) => compareBytewise(a.entryId, b.entryId));
  const judges = problem.judges.toSorted((a, b) => compareBytewise(a.judgeId, b.judgeId));
  const entryIds = entries.map(({ entryId }) => entryId);
  const judgeIds = judges.map(({ judgeId }) => judgeId);
  const places = { entry: positions(entryIds), judge: positions(judgeIds) };
  const conflicts = pairSet(places, problem.conflicts);
  const costs = new Grid(entries.length, judges.length);
  for (const pair of problem.costs) {
    costs.set(placeIn(places.entry, pair.entryId), placeIn(places.judge, pair.judgeId), pair.cost);
  }
  return {
    entryIds,
    judgeIds,
    demand: entries.map((entry, at) => demandOf(entry, at, judges, conflicts)),
    floors: judges.map(({ atLeast }) => atLeast),
    caps: judges.map(({ atMost }) => atMost),
    conflicts,
    fixed: pairSet(places, problem.fixed),
    costs,
    highestCost: problem.costs.reduce((highest, { cost }) => Math.max(highest, cost), 0),
    even: problem.loads === 'even',
    tolerance: problem.tolerance,
    digest: problem.digest,
  };
}

/** The pairs among those named here; ids that are no longer in the round are left out. */
export function pairsWithin(problem: CompiledProblem, pairs: readonly Pair[]): PairSet {
  const places = { entry: positions(problem.entryIds), judge: positions(problem.judgeIds) };
  const known = pairs.filter(
    ({ entryId, judgeId }) => places.entry.has(entryId) && places.judge.has(judgeId),
  );
  return pairSet(places, known);
}

/** The pair at these positions, by its ids. */
export function pairAt(problem: CompiledProblem, entry: number, judge: number): Pair {
  return {
    entryId: problem.entryIds[entry] ?? '',
    judgeId: problem.judgeIds[judge] ?? '',
  };
}

function demandOf(
  { judges: wanted }: EntryDemand,
  entry: number,
  judges: readonly JudgeLoad[],
  conflicts: PairSet,
): number {
  if (wanted !== 'all') return wanted;
  return judges.filter((_, judge) => !conflicts.has(entry, judge)).length;
}

function checkNumbers({ entries, judges, costs, tolerance, digest }: AssignmentProblem): void {
  wordsOf(digest);
  for (const { judges: wanted } of entries) {
    if (wanted !== 'all') checkWhole(wanted, 'judges of an entry');
  }
  for (const { atLeast, atMost } of judges) {
    checkWhole(atLeast, 'atLeast');
    checkWhole(atMost - atLeast, 'atMost, which is not below atLeast,');
  }
  for (const { cost } of costs) {
    checkWhole(cost, 'a cost');
    if (cost > 999) throw new RangeError('a cost is at most 999');
  }
  checkWhole(tolerance, 'tolerance');
}

function checkWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${what} is a whole number from 0 up`);
  }
}

function positions(ids: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map(ids.map((id, at) => [id, at]));
  if (found.size !== ids.length) throw new RangeError('an id is named twice');
  return found;
}

function pairSet(places: Places, pairs: readonly Pair[]): PairSet {
  const set = new PairSet(places.entry.size, places.judge.size);
  for (const { entryId, judgeId } of pairs) {
    set.add(placeIn(places.entry, entryId), placeIn(places.judge, judgeId));
  }
  return set;
}

function placeIn(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) {
    throw new RangeError('a pair names an entry or judge that is not in the round');
  }
  return place;
}
