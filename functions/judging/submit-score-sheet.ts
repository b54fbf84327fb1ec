import { found, refuse } from '../../lib/contest/found.ts';
import { submitSheet } from '../../lib/contest/score-sheet.ts';
import { whyNotWrite } from '../../lib/contest/take-back.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import {
  changedSheet,
  loadJudging,
  stoppedWaiting,
  unchangedDeclaration,
} from '../../lib/store/judging.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';
import { judgedRubric } from './judged-rubric.ts';
import { requireSheet } from './require-sheet.ts';
import { sheetReply } from './sheet-reply.ts';

/** A judge hands the sheet in, as it was read; from then on it is locked. */
export const submitScoreSheet = endpoint(
  judgingRoutes.submitScoreSheet,
  async ({ path, actor, ifMatch, now, table, admit, save }) => {
    const { entryId } = path;
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    refuse(whyNotWrite(judging));
    const { rubric, roundPlan } = await judgedRubric(table, facts, judging);
    requireSheet(judging, rubric, ifMatch);
    const commentRequired = roundPlan.commentRequired === true;
    const sheet = submitSheet(judging, { rubric, commentRequired }, now);
    return save({
      changes: [
        changedSheet(sheet),
        // A closed round that waited for it waits no longer.
        stoppedWaiting(judging.round, entryId, actor.personId),
        unchangedDeclaration(judging),
      ],
      reply: sheetReply(judging.round, entryId, { rubric, sheet }),
      ...sheetRecord(sheet),
    });
  },
);
