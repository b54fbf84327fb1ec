import { isDue, settlePlan } from '../../lib/contest/planned-publication.ts';
import { publishResult, whyNotPublish } from '../../lib/contest/publication.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { changedPlan, loadPublication, newResult } from '../../lib/store/publications.ts';
import { systemWrite } from '../../lib/store/system-write.ts';

/**
 * Carries a planned publication out when its instant has come, on what stands then: the digest, the minutes and who still
 * agrees to be named. Where something stands in the way nothing is published and the plan says what. A wish that a
 * cancellation has overtaken does nothing, nor does one that is told again.
 */
export async function publishPlanned(
  { table, now }: Pick<EventServices, 'table' | 'now'>,
  editionId: string,
  eventId: string,
): Promise<void> {
  const at = now();
  const act = {
    actorId: 'system:publication',
    operation: 'publishPlanned',
    subject: `result/${editionId}`,
    at,
    eventId,
    editionId,
  };
  await systemWrite(table, act, async () => {
    const { plan: current } = await loadEdition(table, editionId, '');
    if (!current) return undefined;
    const facts = await loadPublication(table, editionId, current);
    const { planned } = facts;
    if (!isDue(planned, at)) return undefined;
    const order = { ...planned, at };
    const refusal = whyNotPublish(facts, order);
    const settled = changedPlan(settlePlan(planned, refusal));
    return refusal
      ? [settled, ...facts.guards]
      : [settled, ...newResult(publishResult(facts, order)), ...facts.guards];
  });
}
