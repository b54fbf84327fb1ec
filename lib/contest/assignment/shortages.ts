import { type Cut, type FlowProblem, largestFlow } from './largest-flow.ts';
import { Partition } from './partition.ts';

/** Rows that want more than their columns have: wants, less others, less places, is what is missing. */
export interface Shortage {
  readonly missing: number;
  readonly wanting: readonly Wanting[];
  readonly full: readonly number[];
}

/** A row of a shortage; `others` counts the open columns beside the full ones, one unit each. */
export interface Wanting {
  readonly row: number;
  readonly wants: number;
  readonly others: number;
}

/** The smallest independent shortages, each a violated set on its own (Hall's theorem); none when all is served. */
export function shortagesOf(problem: FlowProblem): Shortage[] {
  const cut = largestFlow(problem);
  if (cut.missing === 0) return [];
  return separate(problem, cut).map(({ rows, columns }) => {
    const isFull = new Set(columns);
    const others = problem.places.map((_, column) => column).filter((at) => !isFull.has(at));
    const wanting = rows.map((row) => ({
      row,
      wants: problem.wants[row] ?? 0,
      others: others.filter((column) => problem.isOpen(row, column)).length,
    }));
    const places = sum(columns.map((column) => problem.places[column] ?? 0));
    const short = sum(wanting.map(({ wants, others: open }) => wants - open)) - places;
    return { missing: short, wanting, full: columns };
  });
}

/** Rows that share no full column have nothing to do with one another. */
function separate({ wants, isOpen }: FlowProblem, { rows, columns }: Cut): Omit<Cut, 'missing'>[] {
  const parts = new Partition(wants.length + Math.max(0, ...columns) + 1);
  for (const row of rows) {
    for (const column of columns) {
      if (isOpen(row, column)) parts.join(row, wants.length + column);
    }
  }
  const byPart = Map.groupBy(rows, (row) => parts.partOf(row));
  return [...byPart].map(([part, members]) => ({
    rows: members,
    columns: columns.filter((column) => parts.partOf(wants.length + column) === part),
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
