import { found, refuse } from '../../lib/contest/found.ts';
import { saveSheet } from '../../lib/contest/score-sheet.ts';
import { whyNotWrite } from '../../lib/contest/take-back.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { unchanged } from '../../lib/store/items.ts';
import { changedSheet, loadJudging, unchangedDeclaration } from '../../lib/store/judging.ts';
import { keys } from '../../lib/store/keys.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';
import { judgedRubric } from './judged-rubric.ts';
import { requireSheet } from './require-sheet.ts';
import { sheetReply } from './sheet-reply.ts';

/**
 * A judge saves the draft; each save is a revision with its marks in the ledger. Saved only while the round is
 * as it was read: closing it moves its version.
 */
export const saveScoreSheet = endpoint(
  judgingRoutes.saveScoreSheet,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const { editionId, roundId, entryId } = path;
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    refuse(whyNotWrite(judging));
    const { rubric } = await judgedRubric(table, facts, judging);
    requireSheet(judging, rubric, ifMatch);
    const { planVersion, ...content } = body;
    const sheet = saveSheet(
      judging,
      { rubric, judgeId: actor.personId, planVersion },
      content,
      now,
    );
    return save({
      changes: [
        changedSheet(sheet),
        unchanged(keys.round(editionId, roundId), judging.round.version),
        unchangedDeclaration(judging),
      ],
      reply: sheetReply(judging.round, entryId, { rubric, sheet }),
      ...sheetRecord(sheet),
    });
  },
);
