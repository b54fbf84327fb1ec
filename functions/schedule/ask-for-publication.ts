import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadPublicationState } from '../../lib/store/publications.ts';
import { publicationWishOf } from './publication-wish.ts';

/** A planned publication asks for its instant, by the plan as it is now: events come late. */
export const askForPublication =
  ({ table, schedule }: EventServices): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const changed = changedItem(event.after);
    if (changed?.kind !== 'planned-publication') return;
    const { editionId } = changed.planned;
    const { planned } = await loadPublicationState(table, editionId);
    if (planned?.state !== 'waiting') return;
    await schedule.at(publicationWishOf(editionId), planned.publishAt);
  };
