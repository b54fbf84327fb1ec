import { found } from '../../lib/contest/found.ts';
import { roundBefore, roundOf } from '../../lib/contest/plan.ts';
import { closeRound as close } from '../../lib/contest/round.ts';
import { openTasks, shortEntries, unassignedEntries } from '../../lib/contest/round-tasks.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConflicts } from '../../lib/store/assignments.ts';
import { loadRoundEntries } from '../../lib/store/entries-of-edition.ts';
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
    const current = found(facts.plan);
    const [plan, tasks, entries] = await Promise.all([
      planOfRound(table, current, before),
      loadSheets(table, editionId, roundId),
      loadRoundEntries(table, editionId, roundBefore(current.plan, roundId)?.id),
    ]);
    const { rules } = found(roundOf(plan, roundId));
    const waiting = openTasks(before, tasks);
    const conflicts = await loadConflicts(table, editionId, waiting);
    const open = waiting.filter(({ entryId, judgeId }) => !conflicts.has(`${entryId} ${judgeId}`));
    const short = shortEntries(before, tasks, rules.minimumSheets);
    const ids = entries.map(({ entryId }) => entryId);
    const unassigned = unassignedEntries(before, tasks, ids);
    const { acceptMissing } = body;
    const round = close(before, { open: [...open, ...short, ...unassigned], acceptMissing }, now);
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      detail: {
        missing: open.length,
        short: short.length,
        unassigned: unassigned.length,
        reason: body.reason ?? '',
      },
    });
  },
);
