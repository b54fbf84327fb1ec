import { declareConflict as declare } from '../../lib/contest/conflicts.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { isAssigned } from '../../lib/contest/round.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { unchanged } from '../../lib/store/items.ts';
import { changedDeclaration, loadJudging, replacedSheet } from '../../lib/store/judging.ts';
import { keys } from '../../lib/store/keys.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';

/** A judge says whether there is a conflict; a late one strikes the sheet and keeps it for the record. */
export const declareConflict = endpoint(
  judgingRoutes.declareConflict,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId, entryId } = path;
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    refuse(isAssigned(judging.round, judging.assignment) ? undefined : { code: 'not-found' });
    const { declaration, struck } = declare(
      judging,
      { editionId, entryId, judgeId: actor.personId },
      body,
      now,
    );
    return save({
      changes: [
        changedDeclaration(declaration),
        ...(struck ? [replacedSheet(struck)] : []),
        unchanged(keys.round(editionId, roundId), judging.round.version),
      ],
      reply: declaration,
      subject: `declaration/${editionId}/${entryId}/${actor.personId}`,
      detail: { conflict: body.conflict, reason: body.reason, struck: struck !== undefined },
      // The struck sheet is a revision, too.
      ...(struck ? { alsoTo: [sheetRecord(struck, { reason: body.reason, recused: true })] } : {}),
    });
  },
);
