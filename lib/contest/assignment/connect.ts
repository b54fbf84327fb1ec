import type { Board, Card } from './board.ts';
import { bridgesOf } from './bridges.ts';
import type { CompiledProblem } from './compiled-problem.ts';
import { type Parts, partsOf } from './components.ts';
import type { Weights } from './weights.ts';

/** What is changed on the way to one component. */
interface Repair {
  readonly problem: CompiledProblem;
  readonly board: Board;
  readonly weights: Weights;
}

/** Two cards of two components, and what it weighs to swap their judges. */
interface Swap {
  readonly one: Card;
  readonly other: Card;
  readonly weight: number;
}

/**
 * Joins the components: by the cheapest swap of a card that is no bridge with a card of another component, which keeps
 * all degrees; where conflicts and fixed cards forbid every swap, by a card more for a judge with room. Returns the
 * parts that are left: more than one where neither can be.
 */
export function connect(repair: Repair): Parts {
  const { problem, board } = repair;
  for (;;) {
    const parts = partsOf(board.readers, problem.judgeIds.length);
    if (parts.count <= 1) return parts;
    const swap = cheapestSwap(repair, parts);
    if (swap !== undefined) {
      board.swap(swap.one, swap.other);
      continue;
    }
    const card = cheapestCard(repair, parts);
    if (card === undefined) return parts;
    board.give(card.entry, card.judge);
  }
}

/** Every component must be joined some time, so the smallest that can be is first: it has the fewest swaps to look at. */
function cheapestSwap({ problem, board, weights }: Repair, parts: Parts): Swap | undefined {
  const cards = board.movableCards();
  const bridges = bridgesOf(board.readers, problem.judgeIds.length);
  const isBridge = new Set(bridges.map(({ entry, judge }) => keyOf(problem, entry, judge)));
  const isTied = ({ entry, judge }: Card) => isBridge.has(keyOf(problem, entry, judge));
  const loose = cards.filter((card) => !isTied(card));
  const byPart = Map.groupBy(cards, ({ entry }) => parts.ofEntry[entry] ?? -1);
  const smallestFirst = [...byPart].toSorted(([, a], [, b]) => a.length - b.length);
  for (const [part, members] of smallestFirst) {
    let best: Swap | undefined;
    for (const one of members) {
      const partners = isTied(one) ? loose : cards;
      best = bestPartner({ board, weights, parts, part }, one, partners, best);
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

function bestPartner(
  { board, weights, parts, part }: Omit<Repair, 'problem'> & { parts: Parts; part: number },
  one: Card,
  partners: readonly Card[],
  bestSoFar: Swap | undefined,
): Swap | undefined {
  let best = bestSoFar;
  for (const other of partners) {
    if (parts.ofEntry[other.entry] === part || !board.maySwap(one, other)) continue;
    const weight =
      weights.of.at(one.entry, other.judge) +
      weights.of.at(other.entry, one.judge) -
      weights.of.at(one.entry, one.judge) -
      weights.of.at(other.entry, other.judge);
    if (best === undefined || weight < best.weight) best = { one, other, weight };
  }
  return best;
}

/** The least loaded judge first where loads are to be even, then the least weight, then the first by id. */
function cheapestCard({ problem, board, weights }: Repair, parts: Parts): Card | undefined {
  let best: Card | undefined;
  let least = { load: Number.POSITIVE_INFINITY, weight: 0 };
  for (const card of cardsAcross(board, parts)) {
    const load = problem.even ? board.loadOf(card.judge) : 0;
    const weight = weights.of.at(card.entry, card.judge);
    if (load > least.load || (load === least.load && weight >= least.weight)) continue;
    best = card;
    least = { load, weight };
  }
  return best;
}

/** The cards that could be given by one component to another. */
function* cardsAcross(board: Board, { ofEntry, ofJudge }: Parts): Generator<Card> {
  for (const [entry, entryPart] of ofEntry.entries()) {
    for (const [judge, judgePart] of ofJudge.entries()) {
      const isAcross = entryPart >= 0 && judgePart >= 0 && entryPart !== judgePart;
      if (isAcross && !board.isFull(judge) && board.mayGive(entry, judge)) yield { entry, judge };
    }
  }
}

function keyOf({ judgeIds }: CompiledProblem, entry: number, judge: number): number {
  return entry * judgeIds.length + judge;
}
