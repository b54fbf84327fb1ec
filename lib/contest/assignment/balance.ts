import type { Board, Card } from './board.ts';
import { CoReadings } from './co-readings.ts';
import type { CompiledProblem } from './compiled-problem.ts';
import { randomFrom } from './random.ts';
import { priceOf, type Weights } from './weights.ts';

const triesForEachCard = 200;

/**
 * Swaps cards by lot where that spreads co-readings more evenly: it lowers the sum of squares over all two judges of
 * the entries that both read. Loads and demands are kept, the price rises by no more than the tolerance. The graph stays
 * in one piece of itself: where a swap split it, each co-reading it ended was of one entry and each it began is of one at
 * least, so that the sum cannot have become lower.
 */
export function balance(problem: CompiledProblem, board: Board, weights: Weights): void {
  const random = randomFrom(problem.digest);
  const cards = board.movableCards();
  const shared = new CoReadings(board.readers, problem.judgeIds.length);
  let budget = weights.change === 0 ? problem.tolerance * weights.unit : 0;
  if (cards.length < 2) return;
  for (let left = triesForEachCard * cards.length; left > 0; left -= 1) {
    const one = random.below(cards.length);
    const other = random.below(cards.length);
    const pair = [cards[one], cards[other]] as const;
    const price = swapPrice(board, weights, pair);
    if (price > budget || !spread(board, shared, pair)) continue;
    budget -= price;
    exchange(cards, one, other);
  }
}

type Two = readonly [one: Card | undefined, other: Card | undefined];

/** What the swap adds to the price; infinite where it may not be. */
function swapPrice(board: Board, weights: Weights, [one, other]: Two): number {
  if (one === undefined || other === undefined || !board.maySwap(one, other)) {
    return Number.POSITIVE_INFINITY;
  }
  return (
    priceOf(weights, one.entry, other.judge) +
    priceOf(weights, other.entry, one.judge) -
    priceOf(weights, one.entry, one.judge) -
    priceOf(weights, other.entry, other.judge)
  );
}

/** Makes the swap if it spreads co-readings; says whether it did. */
function spread(board: Board, shared: CoReadings, [one, other]: Two): boolean {
  if (one === undefined || other === undefined) return false;
  const readers = [board.readersOf(one.entry), board.readersOf(other.entry)] as const;
  const change =
    shared.move(readers[0], one.judge, other.judge) +
    shared.move(readers[1], other.judge, one.judge);
  if (change >= 0) {
    shared.move(readers[1], one.judge, other.judge);
    shared.move(readers[0], other.judge, one.judge);
    return false;
  }
  board.swap(one, other);
  return true;
}

function exchange(cards: Card[], one: number, other: number): void {
  const first = cards[one];
  const second = cards[other];
  if (first === undefined || second === undefined) return;
  cards[one] = { entry: first.entry, judge: second.judge };
  cards[other] = { entry: second.entry, judge: first.judge };
}
