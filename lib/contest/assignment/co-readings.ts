import type { Readers } from './components.ts';
import { Grid } from './grid.ts';

/** How many entries every two judges both read. */
export class CoReadings {
  readonly #counts: Grid;

  constructor(readers: Readers, judges: number) {
    this.#counts = new Grid(judges, judges);
    for (const list of readers) {
      for (const one of list) {
        for (const other of list) {
          if (one !== other) this.#counts.add(one, other, 1);
        }
      }
    }
  }

  between(one: number, other: number): number {
    return this.#counts.at(one, other);
  }

  /**
   * One judge of an entry makes way for another: counts the co-readings anew and returns by how much the sum of their
   * squares changed. `readers` may name either of the two; neither is counted against itself or the other.
   */
  move(readers: readonly number[], from: number, to: number): number {
    let change = 0;
    for (const reader of readers) {
      if (reader === from || reader === to) continue;
      change += this.#add(reader, from, -1) + this.#add(reader, to, 1);
    }
    return change;
  }

  #add(one: number, other: number, by: number): number {
    const count = this.#counts.at(one, other);
    this.#counts.set(one, other, count + by);
    this.#counts.set(other, one, count + by);
    return 2 * by * count + 1;
  }
}
