import type { Card } from './board.ts';
import type { Readers } from './components.ts';

/** One node on the path of the walk: which neighbour comes next. */
interface Step {
  readonly node: number;
  readonly parent: number;
  next: number;
}

/**
 * The cards whose loss alone would split a component, by entry and judge (Tarjan's bridges). The walk keeps its own
 * path: recursion would be as deep as the graph is long.
 */
export function bridgesOf(readers: Readers, judges: number): Card[] {
  const walk = new Walk(neighbours(readers, judges));
  readers.forEach((_, entry) => {
    walk.from(entry);
  });
  return walk.bridges
    .map(([a, b]) => ({ entry: Math.min(a, b), judge: Math.max(a, b) - readers.length }))
    .sort((a, b) => a.entry - b.entry || a.judge - b.judge);
}

class Walk {
  readonly bridges: [a: number, b: number][] = [];
  readonly #neighbours: Readers;
  /** When each node was first met, from 1, and the earliest met that it reaches without its parent's card. */
  readonly #met: number[];
  readonly #low: number[];
  #clock = 0;

  constructor(graph: Readers) {
    this.#neighbours = graph;
    this.#met = graph.map(() => 0);
    this.#low = graph.map(() => 0);
  }

  from(start: number): void {
    if (this.#timeOf(start) > 0) return;
    const path: Step[] = [this.#enter(start, -1)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const neighbour = this.#neighbours[step.node]?.[step.next];
      step.next += 1;
      if (neighbour === undefined) {
        path.pop();
        this.#leave(step);
      } else if (neighbour !== step.parent) {
        if (this.#timeOf(neighbour) > 0) this.#lower(step.node, this.#timeOf(neighbour));
        else path.push(this.#enter(neighbour, step.node));
      }
    }
  }

  #enter(node: number, parent: number): Step {
    this.#clock += 1;
    this.#met[node] = this.#clock;
    this.#low[node] = this.#clock;
    return { node, parent, next: 0 };
  }

  #leave({ node, parent }: Step): void {
    if (parent < 0) return;
    const low = this.#low[node] ?? 0;
    this.#lower(parent, low);
    if (low > this.#timeOf(parent)) this.bridges.push([node, parent]);
  }

  #lower(node: number, to: number): void {
    this.#low[node] = Math.min(this.#low[node] ?? to, to);
  }

  #timeOf(node: number): number {
    return this.#met[node] ?? 0;
  }
}

/** Entries first, judges behind them. */
function neighbours(readers: Readers, judges: number): number[][] {
  const graph = [
    ...readers.map((list) => list.map((judge) => readers.length + judge)),
    ...Array.from({ length: judges }, (): number[] => []),
  ];
  readers.forEach((list, entry) => {
    for (const judge of list) graph[readers.length + judge]?.push(entry);
  });
  return graph;
}
