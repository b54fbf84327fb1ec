/** A table of numbers by entry and judge (or judge and judge), in one block of memory. */
export class Grid {
  readonly columns: number;
  readonly #cells: Float64Array;

  constructor(rows: number, columns: number, filledWith = 0) {
    this.columns = columns;
    this.#cells = new Float64Array(rows * columns).fill(filledWith);
  }

  at(row: number, column: number): number {
    return this.#cells[row * this.columns + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.columns + column] = value;
  }

  add(row: number, column: number, value: number): void {
    const at = row * this.columns + column;
    this.#cells[at] = (this.#cells[at] ?? 0) + value;
  }

  /** The row itself, for loops that read all of it. */
  row(row: number): Float64Array {
    return this.#cells.subarray(row * this.columns, (row + 1) * this.columns);
  }
}

/** A set of pairs of an entry and a judge, by their positions. */
export class PairSet {
  readonly #columns: number;
  readonly #cells: Uint8Array;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#cells = new Uint8Array(rows * columns);
  }

  has(row: number, column: number): boolean {
    return this.#cells[row * this.#columns + column] === 1;
  }

  add(row: number, column: number): void {
    this.#cells[row * this.#columns + column] = 1;
  }

  delete(row: number, column: number): void {
    this.#cells[row * this.#columns + column] = 0;
  }
}
