import { found } from '../../lib/contest/found.ts';
import type { Round } from '../../lib/contest/round.ts';
import { roundProgress } from '../../lib/contest/round-tasks.ts';
import { setPanel as set } from '../../lib/contest/set-panel.ts';
import { judgingPanelRoutes } from '../../lib/contract/judging-panel-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import type { Table } from '../../lib/platform/table.ts';
import { loadActiveJudges } from '../../lib/store/assignments.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { loadSheets } from '../../lib/store/round-sheets.ts';
import { roundReply } from './round-reply.ts';

/** An organiser says who judges a round, and who leads them. */
export const setPanel = endpoint(
  judgingPanelRoutes.setPanel,
  async ({ path, body, actor, ifMatch, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.round);
    const [judges, tasks] = await Promise.all([
      loadActiveJudges(table, editionId, [...body.judges, body.chair]),
      tasksIn(table, before),
    ]);
    const round = set({ round: before, judges, tasks }, body, ifMatch);
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      detail: { judges: body.judges, chair: body.chair },
    });
  },
);

/** How many tasks each judge has in force; where nothing was ever assigned, nothing is read. */
async function tasksIn(table: Table, round: Round): Promise<ReadonlyMap<string, number>> {
  if (round.assignmentRevisions.length === 0) return new Map();
  const tasks = await loadSheets(table, round.editionId, round.roundId);
  const { judges } = roundProgress(round, tasks);
  return new Map(judges.map(({ judgeId, assigned }) => [judgeId, assigned]));
}
