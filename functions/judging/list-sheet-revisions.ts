import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotJudge } from '../../lib/contest/score-sheet.ts';
import { judgingSheetRoutes } from '../../lib/contract/judging-sheet-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listRevisions, loadSheetAct } from '../../lib/store/sheet-acts.ts';
import { revisionRange, revisionsReply } from './revisions-reply.ts';

/** A judge reads what the own sheet was at any time, and who made it so. */
export const listSheetRevisions = endpoint(
  judgingSheetRoutes.listSheetRevisions,
  async ({ path, query, actor, table, admit }) => {
    const place = { ...path, judgeId: actor.personId };
    const binding = `listSheetRevisions ${Object.values(place).join(' ')}`;
    const range = revisionRange(binding, query);
    const [facts, page] = await Promise.all([
      loadSheetAct(table, place, actor.personId),
      listRevisions(table, place, range),
    ]);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotJudge(found(facts.judging)));
    return revisionsReply(binding, page);
  },
);
