/** Elements 0, 1, … in parts that can be joined (union-find with halved paths). */
export class Partition {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at);
  }

  /** The element that stands for the part; it changes when parts are joined. */
  partOf(element: number): number {
    let at = element;
    let parent = this.#parents[at] ?? at;
    while (parent !== at) {
      const grandparent = this.#parents[parent] ?? parent;
      this.#parents[at] = grandparent;
      at = grandparent;
      parent = this.#parents[at] ?? at;
    }
    return at;
  }

  /** Makes one part of two; false if they were one already. */
  join(a: number, b: number): boolean {
    const first = this.partOf(a);
    const second = this.partOf(b);
    if (first === second) return false;
    this.#parents[Math.max(first, second)] = Math.min(first, second);
    return true;
  }
}
