import { found } from './found.ts';
import { lotOrder } from './lot.ts';
import type { RoundPlan } from './plan.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { Round } from './round.ts';
import { type Pitch, type Stage, wasOnStage } from './stage.ts';

/** What a draw is made with. */
export interface Drawing {
  readonly seed: string;
  readonly reason?: string | undefined;
  readonly by: string;
  readonly digest: (text: string) => string;
}

interface StageFacts {
  readonly round: Round;
  readonly kind: RoundPlan['kind'];
  readonly stage: Stage | undefined;
}

/**
 * The running order drawn from a seed: once, and anew only with a reason. Whoever has been on stage keeps their place.
 * @throws Refused state-conflict, already-exists
 */
export function drawRunningOrder(
  { round, kind, stage, pitches }: StageFacts & { readonly pitches: readonly Pitch[] },
  { seed, reason, by, digest }: Drawing,
  now: string,
): Stage {
  const refusal = whyNotDraw({ round, kind, stage }, pitches, reason);
  if (refusal) throw new Refused(refusal);
  const held = stage?.order.filter(({ entryId }) => wasOnStage(stage, entryId)) ?? [];
  const waiting = new Map(
    pitches
      .filter(({ entryId }) => !held.some((one) => one.entryId === entryId))
      .map((pitch) => [pitch.entryId, pitch]),
  );
  const drawn = lotOrder([...waiting.keys()], seed, digest).map((id) => found(waiting.get(id)));
  const order = [...held, ...drawn];
  const draw = {
    seed,
    digest: digest(order.map(({ entryId }) => entryId).join(' ')),
    by,
    at: now,
    ...(stage === undefined || reason === undefined ? {} : { reason }),
  };
  const { editionId, roundId } = round;
  const draws = [...(stage?.draws ?? []), draw];
  const begun = stage ?? { editionId, roundId, done: [], version: 0 };
  return { ...begun, order, draws, version: begun.version + 1 };
}

function whyNotDraw(
  { round, kind, stage }: StageFacts,
  pitches: readonly Pitch[],
  reason: string | undefined,
): Refusal | undefined {
  if (kind !== 'pitch') return { code: 'state-conflict', state: 'not-a-pitch' };
  if (round.state !== 'planned' && round.state !== 'scoring') {
    return { code: 'state-conflict', state: round.state };
  }
  if (pitches.length === 0) {
    return {
      code: 'state-conflict',
      state: round.state,
      blockers: [{ code: 'nothing-assigned' }],
    };
  }
  if (stage && reason === undefined) return { code: 'already-exists', what: 'running-order' };
  return undefined;
}
