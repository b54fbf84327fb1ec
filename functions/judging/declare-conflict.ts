import { declareConflict as declare } from '../../lib/contest/conflicts.ts';
import { derivedConflicts } from '../../lib/contest/derived-conflicts.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { isAssigned } from '../../lib/contest/round.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadTeammates } from '../../lib/store/derived-conflicts.ts';
import {
  changedDeclaration,
  changedSheet,
  loadJudging,
  stoppedWaiting,
} from '../../lib/store/judging.ts';
import { loadPastCompanions } from '../../lib/store/past-companions.ts';
import { unchangedRound } from '../../lib/store/rounds.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';

/** A judge says whether there is a conflict; a late one strikes the sheet and keeps it for the record. */
export const declareConflict = endpoint(
  judgingRoutes.declareConflict,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const [facts, team, companions] = await Promise.all([
      loadJudging(table, path, actor.personId),
      loadTeammates(table, editionId, entryId),
      loadPastCompanions(table, editionId, actor.personId),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const judging = found(facts.judging);
    refuse(isAssigned(judging.round, judging.assignment) ? undefined : { code: 'not-found' });
    const { submission, member } = facts;
    const mails = [...facts.mails, ...team.map(({ email }) => email)];
    const accounts = [...facts.accounts, ...team.map(({ personId }) => personId)];
    const derived =
      submission && member
        ? derivedConflicts({ content: submission.content, mails, accounts }, member, companions)
        : [];
    const { declaration, struck } = declare(
      { ...judging, derived },
      { editionId, entryId, judgeId: actor.personId },
      body,
      now,
    );
    return save({
      changes: [
        changedDeclaration(declaration),
        ...(struck ? [changedSheet(struck)] : []),
        declaration.conflict
          ? stoppedWaiting(judging.round, entryId, actor.personId)
          : unchangedRound(judging.round),
      ],
      reply: declaration,
      subject: `declaration/${editionId}/${entryId}/${actor.personId}`,
      detail: {
        conflict: declaration.conflict,
        reason: declaration.reason,
        struck: struck !== undefined,
        // What was said, where something else is to be seen.
        ...(declaration.by === undefined ? {} : { said: body.conflict }),
      },
      // The struck sheet is a revision, too.
      ...(struck
        ? { alsoTo: [sheetRecord(struck, { reason: declaration.reason, recused: true })] }
        : {}),
    });
  },
);
