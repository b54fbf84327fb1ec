import { found } from '../../lib/contest/found.ts';
import { tasksInForce } from '../../lib/contest/progress.ts';
import { judgingProgressRoutes } from '../../lib/contract/judging-progress-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadTitles } from '../../lib/store/assignments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadProgressPage } from '../../lib/store/progress-cards.ts';

/** Organisers see who reads what, entry by entry; a task given just now follows within a second. */
export const listAssignments = endpoint(
  judgingProgressRoutes.listAssignments,
  async ({ path, query, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const { limit, cursor } = query;
    const binding = `listAssignments ${editionId} ${roundId} ${actor.personId}`;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const [facts, page] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadProgressPage(table, path, { limit, ...after }),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const given = page.cards.flatMap((card) => {
      const tasks = tasksInForce(round, card);
      const [first] = tasks;
      return first === undefined ? [] : [{ ...card, tasks, judgeId: first.judgeId }];
    });
    const titles = await loadTitles(table, path, given);
    const last = page.hasMore ? page.cards.at(-1) : undefined;
    return {
      items: given.map(({ entryId, code, tasks }) => ({
        entryId,
        code,
        title: found(titles.get(entryId)),
        judges: tasks.map(({ judgeId, state }) => ({ judgeId, state })),
      })),
      ...(last ? { next: sealCursor(binding, last.entryId) } : {}),
    };
  },
);
