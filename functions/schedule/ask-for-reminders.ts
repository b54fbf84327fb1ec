import { remindersAhead } from '../../lib/contest/reminders.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { reminderWishOf } from './reminder-wish.ts';

/**
 * The reminders of an edition are asked for whenever the open edition changes, by the plan as it is now: events come late.
 * A moment that has passed is not asked for, or every change of the plan would remind again.
 */
export const askForReminders =
  ({ table, schedule, now }: EventServices): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const changed = changedItem(event.after);
    if (changed?.kind !== 'edition' || changed.edition.phase !== 'open') return;
    const { editionId } = changed.edition;
    const { edition, plan } = await loadEdition(table, editionId, '');
    if (!edition || !plan) return;
    for (const { daysBefore, at } of remindersAhead(edition, plan.plan, now())) {
      await schedule.at(reminderWishOf({ editionId, daysBefore }), at);
    }
  };
