import { PairSet } from './grid.ts';

/** Rows that want units and columns that have them, one at most for each open pair. */
export interface FlowProblem {
  readonly wants: readonly number[];
  readonly places: readonly number[];
  readonly isOpen: (row: number, column: number) => boolean;
}

/** What cannot be served: the rows and columns from which no free place can be reached. */
export interface Cut {
  readonly missing: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Serves as many wants as can be, by augmenting paths, and returns the minimum cut nearest to the rows: all that
 * is left unserved lies within it. Empty when every want is met.
 */
export function largestFlow(problem: FlowProblem): Cut {
  const flow = new Flow(problem);
  let missing = 0;
  problem.wants.forEach((wanted, row) => {
    for (let unit = 0; unit < wanted; unit += 1) {
      if (!flow.serve(row)) missing += 1;
    }
  });
  return { missing, ...flow.dead() };
}

/** One search for a free place. */
interface Search {
  readonly rows: Set<number>;
  /** By which row each column was reached. */
  readonly reachedBy: Map<number, number>;
  /** From which column each row but the first was reached. */
  readonly leftFrom: Map<number, number>;
}

class Flow {
  readonly #problem: FlowProblem;
  readonly #held: PairSet;
  readonly #rowsOf: number[][];
  readonly #free: number[];
  /** What a search in vain has seen never leads anywhere again, so no later search enters it. */
  readonly #deadRows = new Set<number>();
  readonly #deadColumns = new Set<number>();

  constructor(problem: FlowProblem) {
    this.#problem = problem;
    this.#held = new PairSet(problem.wants.length, problem.places.length);
    this.#rowsOf = problem.places.map(() => []);
    this.#free = [...problem.places];
  }

  dead(): { rows: readonly number[]; columns: readonly number[] } {
    const inOrder = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
    return { rows: inOrder(this.#deadRows), columns: inOrder(this.#deadColumns) };
  }

  /** Gives the row one unit more, moving others if it must; false if that cannot be. */
  serve(start: number): boolean {
    if (this.#deadRows.has(start)) return false;
    const search: Search = { rows: new Set([start]), reachedBy: new Map(), leftFrom: new Map() };
    for (const row of search.rows) {
      const columns = this.#newColumns(row, search.reachedBy);
      for (const column of columns) search.reachedBy.set(column, row);
      const free = columns.find((column) => (this.#free[column] ?? 0) > 0);
      if (free !== undefined) {
        this.#augment(free, search);
        return true;
      }
      this.#widen(search, columns);
    }
    for (const row of search.rows) this.#deadRows.add(row);
    for (const column of search.reachedBy.keys()) this.#deadColumns.add(column);
    return false;
  }

  /** Goes on from the rows that hold these columns. */
  #widen({ rows, leftFrom }: Search, columns: readonly number[]): void {
    for (const column of columns) {
      for (const row of this.#rowsOf[column] ?? []) {
        if (!rows.has(row)) leftFrom.set(row, column);
        rows.add(row);
      }
    }
  }

  #newColumns(row: number, reached: ReadonlyMap<number, number>): number[] {
    const { places, isOpen } = this.#problem;
    const found: number[] = [];
    for (let column = 0; column < places.length; column += 1) {
      const isOut = reached.has(column) || this.#deadColumns.has(column);
      if (!isOut && isOpen(row, column) && !this.#held.has(row, column)) found.push(column);
    }
    return found;
  }

  #augment(last: number, { reachedBy, leftFrom }: Search): void {
    this.#free[last] = (this.#free[last] ?? 0) - 1;
    let column: number | undefined = last;
    while (column !== undefined) {
      const row = reachedBy.get(column) ?? 0;
      this.#held.add(row, column);
      this.#rowsOf[column]?.push(row);
      column = leftFrom.get(row);
      if (column !== undefined) this.#release(row, column);
    }
  }

  #release(row: number, column: number): void {
    this.#held.delete(row, column);
    const rows = this.#rowsOf[column] ?? [];
    rows.splice(rows.indexOf(row), 1);
  }
}
