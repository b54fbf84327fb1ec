import { found } from '../../lib/contest/found.ts';
import { progressBoard, tasksByJudge } from '../../lib/contest/progress.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCapacities } from '../../lib/store/assignments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadProgressCards } from '../../lib/store/progress-cards.ts';

/** How far each judge is: counts, never a point. */
export const getProgress = endpoint(
  judgingRoutes.getProgress,
  async ({ path, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const cards = await loadProgressCards(table, editionId, roundId);
    const judgeIds = [...tasksByJudge(round, cards).keys()];
    const capacities = await loadCapacities(table, editionId, judgeIds);
    return { roundId, state: round.state, ...progressBoard(round, cards, capacities) };
  },
);
