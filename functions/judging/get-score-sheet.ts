import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotJudge } from '../../lib/contest/score-sheet.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadJudging } from '../../lib/store/judging.ts';
import { judgedRubric } from './judged-rubric.ts';
import { sheetReply } from './sheet-reply.ts';

/** A judge reads the own sheet, and no other's. */
export const getScoreSheet = endpoint(
  judgingRoutes.getScoreSheet,
  async ({ path, actor, table, admit }) => {
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    refuse(whyNotJudge(judging));
    const { rubric } = await judgedRubric(table, facts, judging);
    return sheetReply(judging.round, path.entryId, { rubric, sheet: judging.sheet });
  },
);
