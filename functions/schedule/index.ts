import { freeze, freezeAt } from '../../lib/contest/edition.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { editionItem, loadEdition } from '../../lib/store/editions.ts';
import { replace } from '../../lib/store/items.ts';
import { systemWrite } from '../../lib/store/system-write.ts';

const prefix = 'freeze.';

/**
 * An edition's freeze: asked for whenever the edition changes, carried out when it is due. A wish that an
 * extension has overtaken finds that it is too early and does nothing.
 */
export const reaction = ({ table, schedule, now }: EventServices): Reaction => {
  const askForFreeze = async (after: Parameters<typeof changedItem>[0]) => {
    const changed = changedItem(after);
    if (changed?.kind !== 'edition' || changed.edition.phase !== 'open') return;
    await schedule.at(`${prefix}${changed.edition.editionId}`, freezeAt(changed.edition));
  };

  const carryOut = async (editionId: string, eventId: string) => {
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
  };

  return async (event) => {
    if (event.kind === 'item-changed' && event.after) await askForFreeze(event.after);
    if (event.kind === 'due' && event.name.startsWith(prefix)) {
      await carryOut(event.name.slice(prefix.length), event.id);
    }
  };
};
