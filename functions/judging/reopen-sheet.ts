import { found } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { reopenSheet as reopen } from '../../lib/contest/reopen-sheet.ts';
import { judgingSheetRoutes } from '../../lib/contract/judging-sheet-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedRound, changedSheet } from '../../lib/store/judging.ts';
import { loadSheetAct, sheetRecord } from '../../lib/store/sheet-acts.ts';

/** The chair or an organiser opens a sheet again that was handed in; its judge is told by mail. */
export const reopenSheet = endpoint(
  judgingSheetRoutes.reopenSheet,
  async ({ path, body, actor, now, table, admit, save }) => {
    const facts = await loadSheetAct(table, path, actor.personId);
    found(facts.edition);
    admit(chairStanding(facts.standing, facts.judging?.round, actor.personId));
    const judging = found(facts.judging);
    const { reason } = body;
    const sheet = reopen({ judging, judge: facts.judge }, { by: actor.personId, reason }, now);
    return save({
      changes: [
        changedSheet(sheet),
        // A close that has counted the sheet as in decides again.
        changedRound({ ...judging.round, version: judging.round.version + 1 }),
      ],
      reply: sheet,
      ...sheetRecord(sheet, { reason }),
    });
  },
);
