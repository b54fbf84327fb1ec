import { distinctPairs, nameOf } from '../../lib/contest/assign.ts';
import { found } from '../../lib/contest/found.ts';
import { takeBack } from '../../lib/contest/take-back.ts';
import { judgingRemovalRoutes } from '../../lib/contract/judging-removal-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { sheetRecord } from '../../lib/store/sheet-acts.ts';
import { loadTasks, takenBack } from '../../lib/store/taken-back.ts';

/** An organiser takes entries away from judges; the ledger keeps whose, why, and every sheet that counts no longer by it. */
export const takeBackEntries = endpoint(
  judgingRemovalRoutes.takeBackEntries,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.round);
    const { reason, strike = false } = body;
    const tasks = await loadTasks(table, before, distinctPairs(body.pairs));
    const { round, taken } = takeBack(before, tasks, { by: actor.personId, strike }, now);
    const struck = taken.flatMap((task) => task.struck ?? []);
    return save({
      changes: takenBack(round, taken),
      reply: { roundId, takenBack: taken.length, struck: struck.length },
      subject: `round/${editionId}/${roundId}`,
      detail: { pairs: tasks.map(nameOf), struck: struck.map(nameOf), reason },
      // The struck sheet is a revision, too.
      alsoTo: struck.map((sheet) => sheetRecord(sheet, { reason, takenBack: true })),
    });
  },
);
