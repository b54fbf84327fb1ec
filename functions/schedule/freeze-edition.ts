import { freeze } from '../../lib/contest/edition.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { editionItem, loadEdition } from '../../lib/store/editions.ts';
import { replace } from '../../lib/store/items.ts';
import { systemWrite } from '../../lib/store/system-write.ts';

/** Freezes an edition when it is time. A wish that an extension has overtaken finds that it is too early and does nothing. */
export async function freezeEdition(
  { table, now }: Pick<EventServices, 'table' | 'now'>,
  editionId: string,
  eventId: string,
): Promise<void> {
  const at = now();
  const act = {
    actorId: 'system:freeze',
    operation: 'freezeEdition',
    subject: `edition/${editionId}`,
    at,
    eventId,
    editionId,
  };
  await systemWrite(table, act, async () => {
    const { edition } = await loadEdition(table, editionId, '');
    const frozen = edition && freeze(edition, at);
    return frozen && [replace(editionItem({ ...frozen, version: frozen.version + 1 }))];
  });
}
