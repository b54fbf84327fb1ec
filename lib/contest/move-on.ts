import { type Refusal, Refused } from './refusal.ts';
import type { Round } from './round.ts';
import { whyNotScoring } from './score-sheet.ts';
import type { Stage, StageMove } from './stage.ts';

/**
 * The stage with an entry moved on, its clock begun anew: one at a time presents, is asked and is done. Whoever is done may be
 * called once more: a projector fails.
 * @throws Refused not-found, phase-closed, state-conflict
 */
export function moveOn(
  { round, stage }: { readonly round: Round; readonly stage: Stage },
  { entryId, state }: StageMove,
  now: string,
): Stage {
  const refusal = whyNotScoring(round, now) ?? whyNotMove(stage, { entryId, state });
  if (refusal) throw new Refused(refusal);
  const { present: _, ...kept } = stage;
  const others = stage.done.filter((id) => id !== entryId);
  const version = stage.version + 1;
  if (state === 'done') return { ...kept, done: [...others, entryId], version };
  return { ...kept, present: { entryId, state, startedAt: now }, done: others, version };
}

function whyNotMove({ order, present }: Stage, { entryId, state }: StageMove): Refusal | undefined {
  if (!order.some((pitch) => pitch.entryId === entryId)) return { code: 'not-found' };
  if (present && present.entryId !== entryId) {
    const { entryId: other } = present;
    return {
      code: 'state-conflict',
      state: 'occupied',
      blockers: [{ code: 'on-stage', entryId: other }],
    };
  }
  if (!present && state !== 'presenting') return { code: 'state-conflict', state: 'not-on-stage' };
  return undefined;
}
