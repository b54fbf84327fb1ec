import { found } from '../../lib/contest/found.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { entryProgress } from '../../lib/contest/progress.ts';
import { judgingProgressRoutes } from '../../lib/contract/judging-progress-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound, planOfRound } from '../../lib/store/judging.ts';
import { loadProgressPage } from '../../lib/store/progress-cards.ts';

/** How far each entry of a round is: counts, never a point. */
export const listEntryProgress = endpoint(
  judgingProgressRoutes.listEntryProgress,
  async ({ path, query, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const { limit, cursor } = query;
    const binding = `listEntryProgress ${editionId} ${roundId} ${actor.personId}`;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const [facts, page] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadProgressPage(table, path, { limit, ...after }),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const plan = await planOfRound(table, found(facts.plan), round);
    const { judgesPerEntry } = found(roundOf(plan, roundId));
    const last = page.hasMore ? page.cards.at(-1) : undefined;
    return {
      items: page.cards.flatMap((card) => entryProgress(round, card, judgesPerEntry) ?? []),
      ...(last ? { next: sealCursor(binding, last.entryId) } : {}),
    };
  },
);
