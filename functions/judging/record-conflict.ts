import { conflictBasis, recordConflict as record } from '../../lib/contest/conflicts.ts';
import { found } from '../../lib/contest/found.ts';
import { judgingConflictRoutes } from '../../lib/contract/judging-conflict-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedDeclaration, changedSheet } from '../../lib/store/judging.ts';
import { loadSheetAct, sheetRecord } from '../../lib/store/sheet-acts.ts';
import { loadSheetsElsewhere } from '../../lib/store/sheets-elsewhere.ts';
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
    const [next, elsewhere] = await Promise.all([
      roundAfter(table, { plan, round: judging.round }),
      loadSheetsElsewhere(table, plan, judging.round, path),
    ]);
    const said = { by, reason };
    const after = record({ ...judging, next }, place, said, now);
    const { declaration, struck, round, voided } = after;
    // One word is for all rounds.
    const others = elsewhere.flatMap(({ round: other, sheet }) => {
      const { struck: too } = record({ ...judging, round: other, sheet }, place, said, now);
      return too ? [{ round: other, sheet: too }] : [];
    });
    const sheets = [...(struck ? [struck] : []), ...others.map(({ sheet }) => sheet)];
    const gone = voidedWith({ round, next, voided, because: 'conflict' });
    return save({
      changes: [
        ...(declaration === judging.declaration ? [] : [changedDeclaration(declaration)]),
        ...sheets.map(changedSheet),
        ...[round, ...others.map((other) => other.round)].map((each) =>
          underConflict(each, entryId, judgeId),
        ),
        ...gone.changes,
      ],
      reply: {
        ...declaration,
        basis: conflictBasis(declaration),
        struck: sheets.length > 0,
      },
      subject: `declaration/${editionId}/${entryId}/${judgeId}`,
      detail: { conflict: true, reason, struck: sheets.length > 0 },
      // A struck sheet is a revision, too.
      alsoTo: [
        ...sheets.map((sheet) => sheetRecord(sheet, { reason, recused: true })),
        ...gone.alsoTo,
      ],
    });
  },
);
