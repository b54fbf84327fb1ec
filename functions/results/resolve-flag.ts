import { found, refuse } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { resolveFlag as resolve } from '../../lib/contest/resolve-flag.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import type { FlagResolution } from '../../lib/contract/ruling-views.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { deriveRound } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadActiveJudges, writeAssignments } from '../../lib/store/assignments.ts';
import { changedRound, changedSheet, loadRound } from '../../lib/store/judging.ts';
import { changedFlagRuling } from '../../lib/store/rulings.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';
import { roundAfter, voidedWith } from '../../lib/store/voided-approval.ts';
import { extraTask } from './extra-task.ts';
import { whyNotSigned } from './why-not-signed.ts';

/**
 * The chair or an organiser decides about an entry whose judges are too far apart. One more judge's task is written first, and
 * comes into force with the decision.
 */
export const resolveFlag = endpoint(
  rulingRoutes.resolveFlag,
  async ({ path, body, actor, now, newId, table, admit, save }) => {
    const { editionId, roundId, entryId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(chairStanding(facts.standing, facts.round, actor.personId));
    refuse(whyNotSigned(facts));
    const [closed, tooClose] = await Promise.all([
      deriveRound(table, facts),
      whyTooClose(table, facts.member, [entryId]),
    ]);
    refuse(tooClose);
    const { said, judgeIds } = wordsOf(body);
    const [judgeId] = body.decision === 'extra-judge' ? judgeIds : [];
    const stand = found(closed.flags.find((flag) => flag.entryId === entryId));
    const extra =
      judgeId && (await extraTask(table, closed.round, { entryId, judgeId }, { now, newId }));
    const ofEntry = (one: { readonly entryId: string }) => one.entryId === entryId;
    const next = await roundAfter(table, closed);
    const { ruling, round, sheets, voided } = resolve(
      {
        round: closed.round,
        next,
        stand,
        sheets: closed.sheets.filter(ofEntry),
        assigned: new Set(closed.tasks.filter(ofEntry).map((task) => task.judgeId)),
        activeJudges: await loadActiveJudges(table, editionId, judgeIds),
        ...(extra ? { extra } : {}),
      },
      { ...said, judgeIds, by: actor.personId },
      now,
    );
    if (extra) await writeAssignments(table, closed.round, extra.tasks);
    const gone = voidedWith({ round, next, voided, because: 'flag' });
    return save({
      changes: [
        changedFlagRuling(ruling),
        changedRound(round),
        ...sheets.map(changedSheet),
        ...gone.changes,
      ],
      reply: { ...ruling, judgeIds },
      subject: `flag/${editionId}/${roundId}/${entryId}`,
      detail: {
        ...said,
        judgeIds,
        totals: ruling.totals.map(({ judgeId: judge, exact }) => `${judge} ${exact}`),
      },
      alsoTo: [
        ...sheets.map((sheet) => sheetRecord(sheet, { reason: said.reason })),
        ...gone.alsoTo,
      ],
    });
  },
);

/** What was said, whichever its decision. */
function wordsOf({ decision, reason, documentNumber, ...named }: FlagResolution) {
  const said = { decision, reason, ...(documentNumber === undefined ? {} : { documentNumber }) };
  if ('judgeIds' in named) return { said, judgeIds: named.judgeIds };
  return { said, judgeIds: 'judgeId' in named ? [named.judgeId] : [] };
}
