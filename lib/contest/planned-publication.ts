import { refuse } from './found.ts';
import type { OfficialDecision } from './official-decision.ts';
import { type PublicationFacts, type PublicationOrder, whyNotPublish } from './publication.ts';
import { type Refusal, Refused } from './refusal.ts';

/** An order to publish at an instant. It names nobody: who is named is decided when the instant has come. */
export interface PlannedPublication {
  readonly editionId: string;
  readonly roundId: string;
  readonly digest: string;
  readonly decision: OfficialDecision;
  /** The first instant at which it is everybody's. */
  readonly publishAt: string;
  readonly by: string;
  readonly at: string;
  /** `stopped`: at the instant something had changed, so nothing was published. */
  readonly state: 'waiting' | 'cancelled' | 'published' | 'stopped';
  readonly cancelled?: { readonly by: string; readonly at: string };
  /** What stood in the way of it, as the code of a refusal or of its first blocker. */
  readonly because?: string;
  readonly version: number;
}

/**
 * Why nothing is published or planned while a plan waits for its instant: it is cancelled first. One whose instant has passed
 * unheard, because nobody woke the system, stands in nobody's way.
 */
export const whyNotBeside = (
  planned: PlannedPublication | undefined,
  now: string,
): Refusal | undefined =>
  planned?.state === 'waiting' && now < planned.publishAt
    ? { code: 'state-conflict', state: 'planned' }
    : undefined;

/** The order kept until its instant, when it could be carried out now. @throws Refused */
export function planPublication(
  facts: PublicationFacts & { readonly planned: PlannedPublication | undefined },
  order: PublicationOrder,
  now: string,
): PlannedPublication {
  const errors = [{ pointer: '/publishAt', code: 'too-early', limit: now }];
  refuse(
    (facts.current ? { code: 'already-published' } : undefined) ??
      whyNotBeside(facts.planned, now) ??
      (order.at <= now ? { code: 'validation-failed', errors } : whyNotPublish(facts, order)),
  );
  const { editionId, roundId } = facts.round;
  return {
    editionId,
    roundId,
    digest: order.digest,
    decision: order.decision,
    publishAt: order.at,
    by: order.by,
    at: now,
    state: 'waiting',
    version: (facts.planned?.version ?? 0) + 1,
  };
}

/** The plan taken back by an organiser before its instant. @throws Refused state-conflict, phase-closed */
export function cancelPublication(
  planned: PlannedPublication,
  { by, now }: { readonly by: string; readonly now: string },
): PlannedPublication {
  const { state, publishAt, version } = planned;
  if (state !== 'waiting') throw new Refused({ code: 'state-conflict', state });
  if (now >= publishAt) {
    throw new Refused({ code: 'phase-closed', receivedAt: now, closesAt: publishAt });
  }
  return { ...planned, state: 'cancelled', cancelled: { by, at: now }, version: version + 1 };
}

/** Whether the plan is to be carried out now. A wish that a cancellation has overtaken finds that it is not. */
export const isDue = (
  planned: PlannedPublication | undefined,
  now: string,
): planned is PlannedPublication => planned?.state === 'waiting' && planned.publishAt <= now;

/** The plan once it was carried out, or stopped by what had changed since. */
export function settlePlan(
  planned: PlannedPublication,
  refusal: Refusal | undefined,
): PlannedPublication {
  const version = planned.version + 1;
  if (!refusal) return { ...planned, state: 'published', version };
  const [blocker] = 'blockers' in refusal ? (refusal.blockers ?? []) : [];
  return { ...planned, state: 'stopped', because: blocker?.code ?? refusal.code, version };
}
