import { componentsMissing } from '../../lib/contest/components-missing.ts';
import { found } from '../../lib/contest/found.ts';
import { roundBefore } from '../../lib/contest/plan.ts';
import { closeRound as close } from '../../lib/contest/round.ts';
import {
  openTasks,
  shortEntries,
  tasksOf,
  unassignedEntries,
} from '../../lib/contest/round-tasks.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConflicts } from '../../lib/store/assignments.ts';
import { loadRoundEntries } from '../../lib/store/entries-of-edition.ts';
import { loadPlanAndGiven } from '../../lib/store/given-components.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
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
    const [{ roundPlan, given }, tasks, entries] = await Promise.all([
      loadPlanAndGiven(table, current, before),
      loadSheets(table, editionId, roundId),
      loadRoundEntries(table, editionId, roundBefore(current.plan, roundId)?.id),
    ]);
    const { rules } = roundPlan;
    const waiting = openTasks(before, tasks);
    const conflicts = await loadConflicts(table, editionId, waiting);
    const open = waiting.filter(({ entryId, judgeId }) => !conflicts.has(`${entryId} ${judgeId}`));
    const short = shortEntries(before, tasks, rules.minimumSheets);
    const ids = entries.map(({ entryId }) => entryId);
    const unassigned = unassignedEntries(before, tasks, ids);
    const inForce = tasksOf(before, tasks).map(({ task }) => task);
    const components = componentsMissing(roundPlan, inForce, given);
    const { acceptMissing } = body;
    const blockers = [...open, ...short, ...unassigned, ...components];
    const round = close(before, { open: blockers, acceptMissing }, now);
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      detail: {
        missing: open.length,
        short: short.length,
        unassigned: unassigned.length,
        ...(components.length > 0 ? { components: components.length } : {}),
        reason: body.reason ?? '',
      },
    });
  },
);
