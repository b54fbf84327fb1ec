import { found } from '../../lib/contest/found.ts';
import { moveOn as move } from '../../lib/contest/move-on.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { judgingStageRoutes } from '../../lib/contract/judging-stage-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { planOfRound } from '../../lib/store/judging.ts';
import { changedStage, loadStage } from '../../lib/store/stages.ts';
import { stageReply } from './stage-reply.ts';

/** An organiser calls an entry on stage, passes to its questions, or lets it leave. */
export const moveOn = endpoint(
  judgingStageRoutes.moveOn,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadStage(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const stage = move({ round, stage: found(facts.stage) }, body, now);
    const plan = await planOfRound(table, found(facts.plan), round);
    return save({
      changes: [changedStage(stage)],
      reply: stageReply(stage, found(roundOf(plan, roundId)), now),
      subject: `round/${editionId}/${roundId}`,
      detail: { entryId: body.entryId, state: body.state },
    });
  },
);
