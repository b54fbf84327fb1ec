import type { CompiledProblem } from './compiled-problem.ts';
import { PairSet } from './grid.ts';

/** A card by positions: this judge reads this entry. */
export interface Card {
  readonly entry: number;
  readonly judge: number;
}

/** Who reads what at this moment of the making: the fixed cards from the start, the others as they are dealt. */
export class Board {
  readonly #problem: CompiledProblem;
  readonly #held: PairSet;
  readonly #readers: number[][];
  readonly #movable: number[][];
  readonly #loads: number[];

  constructor(problem: CompiledProblem) {
    this.#problem = problem;
    this.#held = new PairSet(problem.entryIds.length, problem.judgeIds.length);
    this.#readers = problem.entryIds.map(() => []);
    this.#movable = problem.judgeIds.map(() => []);
    this.#loads = problem.judgeIds.map(() => 0);
    problem.entryIds.forEach((_, entry) => {
      problem.judgeIds.forEach((_id, judge) => {
        if (problem.fixed.has(entry, judge)) this.give(entry, judge);
      });
    });
  }

  /** The judges of each entry. */
  get readers(): readonly (readonly number[])[] {
    return this.#readers;
  }

  readersOf(entry: number): readonly number[] {
    return this.#readers[entry] ?? [];
  }

  /** The entries that could be taken from the judge again. */
  movableOf(judge: number): readonly number[] {
    return this.#movable[judge] ?? [];
  }

  loadOf(judge: number): number {
    return this.#loads[judge] ?? 0;
  }

  isFull(judge: number): boolean {
    return this.loadOf(judge) >= (this.#problem.caps[judge] ?? 0);
  }

  holds(entry: number, judge: number): boolean {
    return this.#held.has(entry, judge);
  }

  /** Whether the judge could be given the entry, were there room. */
  mayGive(entry: number, judge: number): boolean {
    return !(this.#held.has(entry, judge) || this.#problem.conflicts.has(entry, judge));
  }

  give(entry: number, judge: number): void {
    this.#held.add(entry, judge);
    this.#readers[entry]?.push(judge);
    this.#loads[judge] = this.loadOf(judge) + 1;
    if (!this.#problem.fixed.has(entry, judge)) this.#movable[judge]?.push(entry);
  }

  take(entry: number, judge: number): void {
    this.#held.delete(entry, judge);
    this.#loads[judge] = this.loadOf(judge) - 1;
    remove(this.#readers[entry] ?? [], judge);
    remove(this.#movable[judge] ?? [], entry);
  }

  /** Each of two judges takes over the other's entry: every load and every demand is kept. */
  swap(a: Card, b: Card): void {
    this.take(a.entry, a.judge);
    this.take(b.entry, b.judge);
    this.give(a.entry, b.judge);
    this.give(b.entry, a.judge);
  }

  /** Whether two cards may be swapped: neither judge reads the other's entry or must not. */
  maySwap(a: Card, b: Card): boolean {
    return this.mayGive(a.entry, b.judge) && this.mayGive(b.entry, a.judge);
  }

  /** All cards, by entry and judge. */
  cards(): Card[] {
    return this.#readers.flatMap((judges, entry) =>
      judges.toSorted((a, b) => a - b).map((judge) => ({ entry, judge })),
    );
  }

  /** The cards that are not fixed, by entry and judge. */
  movableCards(): Card[] {
    return this.cards().filter(({ entry, judge }) => !this.#problem.fixed.has(entry, judge));
  }
}

/** Takes one value out of a list whose order means nothing. */
function remove(values: number[], value: number): void {
  const at = values.indexOf(value);
  const last = values.pop();
  if (last !== undefined && at < values.length) values[at] = last;
}
