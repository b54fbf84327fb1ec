import { found } from '../../lib/contest/found.ts';
import { replaceInPanel as replaceIn } from '../../lib/contest/set-panel.ts';
import { judgingPanelRoutes } from '../../lib/contract/judging-panel-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadActiveJudges } from '../../lib/store/assignments.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { roundReply } from './round-reply.ts';

/** An organiser puts one judge in another's place; the ledger keeps who, whose and why. */
export const replaceInPanel = endpoint(
  judgingPanelRoutes.replaceInPanel,
  async ({ path, body, actor, ifMatch, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.round);
    const judges = await loadActiveJudges(table, editionId, [body.joins]);
    const round = replaceIn({ round: before, judges }, body, ifMatch);
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      detail: { leaves: body.leaves, joins: body.joins, reason: body.reason },
    });
  },
);
