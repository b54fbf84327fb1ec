import { found } from '../../lib/contest/found.ts';
import { countCards } from '../../lib/contest/list-counts.ts';
import { listRoutes } from '../../lib/contract/list-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCardPage, queryCards } from '../../lib/store/entry-list.ts';

/** As many cards as one read of the table gives. */
const limit = 1000;

/** How many entries there are of what, from the whole list: the next read waits for the one before. */
export const countEntries = endpoint(
  listRoutes.countEntries,
  async ({ path: { editionId }, actor, now, table, admit }) => {
    const first = await loadCardPage(table, editionId, actor.personId, { limit });
    found(first.edition);
    admit(first.standing);
    const cards = [...first.cards];
    let { hasMore } = first;
    for (let last = cards.at(-1); hasMore && last; last = cards.at(-1)) {
      const page = await queryCards(table, editionId, { limit, after: last.entryId });
      cards.push(...page.cards);
      hasMore = page.hasMore;
    }
    const counts = countCards(cards, now);
    return { ...counts, byTrack: [...counts.byTrack], byField: [...counts.byField] };
  },
);
