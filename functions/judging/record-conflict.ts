import { conflictBasis, recordConflict as record } from '../../lib/contest/conflicts.ts';
import { found } from '../../lib/contest/found.ts';
import { judgingConflictRoutes } from '../../lib/contract/judging-conflict-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedDeclaration, changedSheet } from '../../lib/store/judging.ts';
import { loadSheetAct, sheetRecord } from '../../lib/store/sheet-acts.ts';
import { underConflict } from '../../lib/store/under-conflict.ts';
import { roundAfter, voidedWith } from '../../lib/store/voided-approval.ts';

/** An organiser knows of a judge's conflict: nothing of the judge's on the entry counts from here. */
export const recordConflict = endpoint(
  judgingConflictRoutes.recordConflict,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId, judgeId } = path;
    const facts = await loadSheetAct(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    found(judging.entryState);
    // Also of one whose role was taken away: the sheets are there.
    found(facts.judge?.roles.includes('judge') ? facts.judge : undefined);
    const { reason } = body;
    const place = { editionId, entryId, judgeId };
    const by = actor.personId;
    const { plan } = found(facts.plan);
    const next = await roundAfter(table, { plan, round: judging.round });
    const said = { by, reason };
    const after = record({ ...judging, next }, place, said, now);
    const { declaration, struck, round, voided } = after;
    const gone = voidedWith({ round, next, voided, because: 'conflict' });
    return save({
      changes: [
        ...(declaration === judging.declaration ? [] : [changedDeclaration(declaration)]),
        ...(struck ? [changedSheet(struck)] : []),
        underConflict(round, entryId, judgeId),
        ...gone.changes,
      ],
      reply: {
        ...declaration,
        basis: conflictBasis(declaration),
        struck: struck !== undefined,
      },
      subject: `declaration/${editionId}/${entryId}/${judgeId}`,
      detail: { conflict: true, reason, struck: struck !== undefined },
      // The struck sheet is a revision, too.
      alsoTo: [...(struck ? [sheetRecord(struck, { reason, recused: true })] : []), ...gone.alsoTo],
    });
  },
);
