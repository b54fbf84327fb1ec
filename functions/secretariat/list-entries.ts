import { found } from '../../lib/contest/found.ts';
import type { ListCard } from '../../lib/contest/list-card.ts';
import { cardFilter } from '../../lib/contest/list-filter.ts';
import { listRoutes } from '../../lib/contract/list-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCardPage } from '../../lib/store/entry-list.ts';

/** How many cards a call with a filter looks through; a read of the table ends at a megabyte as well. */
const mostLookedAt = 1000;

/** The secretariat's list, the oldest entry first: all, or those that meet the filters. */
export const listEntries = endpoint(
  listRoutes.listEntries,
  async ({ path: { editionId }, query, actor, now, table, admit }) => {
    const { limit, cursor, ...filter } = query;
    const binding = `listEntries ${editionId} ${actor.personId} ${bindingOf(filter)}`;
    const page = await loadCardPage(table, editionId, actor.personId, {
      // Without a filter one more than is shown: then a page that is full knows whether it is the last.
      limit: Object.keys(filter).length === 0 ? limit + 1 : mostLookedAt,
      ...(cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) }),
    });
    found(page.edition);
    admit(page.standing);
    const matching = page.cards.filter(cardFilter(filter, now));
    const shown = matching.slice(0, limit);
    const isCut = shown.length < matching.length;
    // Cut: what follows the last one shown was looked at and not told; else all that was looked at is done with.
    const last = isCut ? shown.at(-1) : page.cards.at(-1);
    return {
      items: shown.map(summaryOf),
      ...(last && (isCut || page.hasMore) ? { next: sealCursor(binding, last.entryId) } : {}),
    };
  },
);

/** The filters in one order, whatever the order they were given in. */
const bindingOf = (filter: object): string => JSON.stringify(Object.entries(filter).sort());

function summaryOf(card: ListCard) {
  const { missingDocuments, lateUntil, entryVersion, version: _, ...shown } = card;
  return {
    ...shown,
    missingDocuments: [...missingDocuments],
    ...(lateUntil === undefined ? {} : { late: { closesAt: lateUntil } }),
    version: entryVersion,
  };
}
