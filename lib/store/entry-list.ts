import type { ListCard } from '../contest/list-card.ts';
import type { Page, Table } from '../platform/table.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { readAll } from './items.ts';
import { cardPartition, keys } from './keys.ts';
import { cardSchema } from './list-cards.ts';

/** Where in the list to begin, behind the card of that entry, and how many cards to read: at most 1,000. */
export interface CardRange {
  readonly after?: string;
  readonly limit: number;
}

/** Cards in the order of their entries' ids, which is that of age. */
export interface CardPage {
  readonly cards: readonly ListCard[];
  /** There may be more: a page also ends at a megabyte. */
  readonly hasMore: boolean;
}

/** A page of an edition's cards, with what the caller is; both are read at once. */
export async function loadCardPage(
  table: Table,
  editionId: string,
  callerId: string,
  range: CardRange,
): Promise<Pick<EditionFacts, 'edition' | 'standing'> & CardPage> {
  const [page, [edition, member]] = await Promise.all([
    queryCards(table, editionId, range),
    table.getMany([keys.edition(editionId), keys.member(editionId, callerId)]),
  ]);
  return { ...editionFacts(edition, undefined, member), ...page };
}

/** A page of an edition's cards. */
export async function queryCards(
  table: Table,
  editionId: string,
  { after, limit }: CardRange,
): Promise<CardPage> {
  const { items, last }: Page = await table.query({
    partition: cardPartition(editionId),
    limit,
    ...(after === undefined ? {} : { after: keys.card(editionId, after) }),
  });
  return { cards: readAll(cardSchema, items), hasMore: last !== undefined };
}
