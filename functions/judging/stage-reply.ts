import { found } from '../../lib/contest/found.ts';
import type { RoundPlan } from '../../lib/contest/plan.ts';
import { nextOnStage, pitchState, type Stage, timeIsUpAt } from '../../lib/contest/stage.ts';

/** The stage as judges and organisers see it at a moment. */
export function stageReply(stage: Stage, { pitch }: Pick<RoundPlan, 'pitch'>, now: string) {
  const { roundId, order, draws, present } = stage;
  const { by: _, ...draw } = found(draws.at(-1));
  const next = nextOnStage(stage)?.entryId;
  const endsAt = present && timeIsUpAt(present, pitch);
  return {
    roundId,
    order: order.map((one) => ({ ...one, state: pitchState(stage, one.entryId) })),
    draw,
    ...(present === undefined ? {} : { present: { ...present, ...timeLeft(endsAt, now) } }),
    ...(next === undefined ? {} : { next }),
    now,
  };
}

function timeLeft(endsAt: string | undefined, now: string) {
  if (endsAt === undefined) return {};
  return { endsAt, secondsLeft: Math.floor((Date.parse(endsAt) - Date.parse(now)) / 1000) };
}
