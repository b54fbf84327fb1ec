import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotShown } from '../../lib/contest/reopen-sheet.ts';
import { judgingSheetRoutes } from '../../lib/contract/judging-sheet-routes.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listRevisions, loadSheetAct } from '../../lib/store/sheet-acts.ts';
import { revisionRange, revisionsReply } from './revisions-reply.ts';

/** An organiser reads what became of a judge's sheet: nobody sees a point of it while it can still change, and nobody who is close to the entry. */
export const listJudgeSheetRevisions = endpoint(
  judgingSheetRoutes.listJudgeSheetRevisions,
  async ({ path, query, actor, table, admit }) => {
    const binding = `listJudgeSheetRevisions ${Object.values(path).join(' ')} ${actor.personId}`;
    const range = revisionRange(binding, query);
    const facts = await loadSheetAct(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotShown(found(facts.judging)));
    refuse(await whyTooClose(table, facts.member, [path.entryId]));
    return revisionsReply(binding, await listRevisions(table, path, range));
  },
);
