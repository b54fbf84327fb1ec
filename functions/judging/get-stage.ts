import { found } from '../../lib/contest/found.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { judgingStageRoutes } from '../../lib/contract/judging-stage-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { planOfRound } from '../../lib/store/judging.ts';
import { loadStage } from '../../lib/store/stages.ts';
import { stageReply } from './stage-reply.ts';

/** Judges and organisers follow the pitches, by the system's clock. */
export const getStage = endpoint(
  judgingStageRoutes.getStage,
  async ({ path, actor, now, table, admit }) => {
    const facts = await loadStage(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const plan = await planOfRound(table, found(facts.plan), found(facts.round));
    return stageReply(found(facts.stage), found(roundOf(plan, path.roundId)), now);
  },
);
