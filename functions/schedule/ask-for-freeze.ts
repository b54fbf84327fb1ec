import { freezeAt } from '../../lib/contest/edition.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { freezeWishOf } from './freeze-wish.ts';

/**
 * An edition's freeze is asked for whenever the open edition changes; a later close replaces the earlier wish.
 * Apart from the freeze itself: on AWS the function that reads the table's changes is not the one that is called when due.
 */
export const askForFreeze =
  ({ schedule }: EventServices): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const changed = changedItem(event.after);
    if (changed?.kind !== 'edition' || changed.edition.phase !== 'open') return;
    await schedule.at(freezeWishOf(changed.edition.editionId), freezeAt(changed.edition));
  };
