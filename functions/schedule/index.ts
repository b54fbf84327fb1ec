import { freeze } from '../../lib/contest/edition.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { editionItem, loadEdition } from '../../lib/store/editions.ts';
import { replace } from '../../lib/store/items.ts';
import { systemWrite } from '../../lib/store/system-write.ts';
import { editionToFreeze } from './freeze-wish.ts';

/**
 * An edition's freeze, carried out when it is due. A wish that an extension has overtaken finds that it is too
 * early and does nothing.
 */
export const reaction =
  ({ table, now }: EventServices): Reaction =>
  async (event) => {
    const editionId = event.kind === 'due' ? editionToFreeze(event.name) : undefined;
    if (editionId === undefined) return;
    const at = now();
    const act = {
      actorId: 'system:freeze',
      operation: 'freezeEdition',
      subject: `edition/${editionId}`,
      at,
      eventId: event.id,
      editionId,
    };
    await systemWrite(table, act, async () => {
      const { edition } = await loadEdition(table, editionId, '');
      const frozen = edition && freeze(edition, at);
      return frozen && [replace(editionItem({ ...frozen, version: frozen.version + 1 }))];
    });
  };
