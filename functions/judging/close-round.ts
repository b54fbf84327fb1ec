import { found } from '../../lib/contest/found.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { closeRound as close } from '../../lib/contest/round.ts';
import { openTasks, shortEntries } from '../../lib/contest/round-tasks.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConflicts } from '../../lib/store/assignments.ts';
import { changedRound, loadRound, planOfRound } from '../../lib/store/judging.ts';
import { loadSheets } from '../../lib/store/round-sheets.ts';
import { roundReply } from './round-reply.ts';

/** An organiser closes scoring: a sheet is in by then, or it is refused. */
export const closeRound = endpoint(
  judgingRoutes.closeRound,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.round);
    const [plan, tasks] = await Promise.all([
      planOfRound(table, found(facts.plan), before),
      loadSheets(table, editionId, roundId),
    ]);
    const { rules } = found(roundOf(plan, roundId));
    const waiting = openTasks(before, tasks);
    const conflicts = await loadConflicts(table, editionId, waiting);
    const open = waiting.filter(({ entryId, judgeId }) => !conflicts.has(`${entryId} ${judgeId}`));
    const short = shortEntries(before, tasks, rules.minimumSheets);
    const { acceptMissing } = body;
    const round = close(before, { open: [...open, ...short], acceptMissing }, now);
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      detail: { missing: open.length, short: short.length, reason: body.reason ?? '' },
    });
  },
);
