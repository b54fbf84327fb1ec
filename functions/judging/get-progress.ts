import { found } from '../../lib/contest/found.ts';
import { roundProgress } from '../../lib/contest/round-tasks.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadSheets } from '../../lib/store/round-sheets.ts';

/** How far each judge is: counts, never a point. */
export const getProgress = endpoint(
  judgingRoutes.getProgress,
  async ({ path, actor, table, admit }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const tasks = await loadSheets(table, path.editionId, path.roundId);
    return { roundId: round.roundId, state: round.state, ...roundProgress(round, tasks) };
  },
);
