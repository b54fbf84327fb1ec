import { found, refuse } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { resolveFlag as resolve } from '../../lib/contest/resolve-flag.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadActiveJudges, loadConflicts } from '../../lib/store/assignments.ts';
import { changedRound, loadRound, replacedSheet } from '../../lib/store/judging.ts';
import { changedFlagRuling } from '../../lib/store/rulings.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';
import { deriveRound } from './round-outcome.ts';

/** The chair or an organiser decides about an entry whose judges are too far apart. */
export const resolveFlag = endpoint(
  rulingRoutes.resolveFlag,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId, entryId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(chairStanding(facts.standing, facts.round, actor.personId));
    const { round: before, flags, sheets: all } = await deriveRound(table, facts);
    const conflicts = await loadConflicts(table, editionId, [{ entryId, judgeId: actor.personId }]);
    refuse(conflicts.size > 0 ? { code: 'conflict-of-interest', because: 'declared' } : undefined);
    const judgeIds = 'judgeIds' in body ? body.judgeIds : [];
    const { decision, reason, documentNumber } = body;
    const { ruling, round, sheets } = resolve(
      {
        round: before,
        stand: flags.find((flag) => flag.entryId === entryId),
        sheets: all.filter((sheet) => sheet.entryId === entryId),
        activeJudges: await loadActiveJudges(table, editionId, judgeIds),
      },
      {
        decision,
        judgeIds,
        reason,
        ...(documentNumber === undefined ? {} : { documentNumber }),
        by: actor.personId,
      },
      now,
    );
    return save({
      changes: [changedFlagRuling(ruling), changedRound(round), ...sheets.map(replacedSheet)],
      reply: { ...ruling, judgeIds },
      subject: `flag/${editionId}/${roundId}/${entryId}`,
      detail: {
        decision,
        judgeIds,
        reason,
        ...(documentNumber === undefined ? {} : { documentNumber }),
        totals: ruling.totals.map(({ judgeId, exact }) => `${judgeId} ${exact}`),
      },
      alsoTo: sheets.map((sheet) => sheetRecord(sheet, { reason })),
    });
  },
);
