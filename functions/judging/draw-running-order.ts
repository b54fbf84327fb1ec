import { drawRunningOrder as draw } from '../../lib/contest/draw-running-order.ts';
import { found } from '../../lib/contest/found.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import type { Round } from '../../lib/contest/round.ts';
import { tasksOf } from '../../lib/contest/round-tasks.ts';
import type { Pitch } from '../../lib/contest/stage.ts';
import { judgingStageRoutes } from '../../lib/contract/judging-stage-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { newSeed } from '../../lib/http/new-seed.ts';
import type { Table } from '../../lib/platform/table.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { planOfRound } from '../../lib/store/judging.ts';
import { loadSheets } from '../../lib/store/round-sheets.ts';
import { unchangedRound } from '../../lib/store/rounds.ts';
import { changedStage, loadStage } from '../../lib/store/stages.ts';
import { stageReply } from './stage-reply.ts';

/** An organiser draws who pitches when, among the entries that were given to judges. */
export const drawRunningOrder = endpoint(
  judgingStageRoutes.drawRunningOrder,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadStage(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const [plan, pitches] = await Promise.all([
      planOfRound(table, found(facts.plan), round),
      pitchesIn(table, round),
    ]);
    const roundPlan = found(roundOf(plan, roundId));
    const { seed = newSeed(), reason } = body;
    const stage = draw(
      { round, kind: roundPlan.kind, stage: facts.stage, pitches },
      { seed, reason, by: actor.personId, digest: sha256Hex },
      now,
    );
    return save({
      changes: [changedStage(stage), unchangedRound(round)],
      reply: stageReply(stage, roundPlan, now),
      subject: `round/${editionId}/${roundId}`,
      detail: { seed, order: stage.order.map(({ entryId }) => entryId), reason: reason ?? '' },
    });
  },
);

/** The entries with a task in force; where nothing was ever assigned, nothing is read. */
async function pitchesIn(table: Table, round: Round): Promise<readonly Pitch[]> {
  if (round.assignmentRevisions.length === 0) return [];
  const tasks = tasksOf(round, await loadSheets(table, round.editionId, round.roundId));
  const pitches = tasks.map(({ task: { entryId, code, title } }) => ({ entryId, code, title }));
  return [...new Map(pitches.map((pitch) => [pitch.entryId, pitch])).values()];
}
