import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadEntryOwner } from '../../lib/store/entries.ts';
import { invitationMail, receiptMail } from './mails.ts';

/** What people are told by mail: an invitation when it is made, a receipt when an entry was handed in. */
export const reaction = ({ table, mailer, settings }: EventServices): Reaction => {
  return async (event) => {
    // Only what is new is told: a replaced item (an accepted invitation) is no new occasion.
    if (event.kind !== 'item-changed' || !event.after || event.before) return;
    const changed = changedItem(event.after);
    if (changed?.kind === 'invitation') {
      await mailer.send(invitationMail(changed.invitation, settings.origin));
    }
    if (changed?.kind === 'submission') {
      const { submission } = changed;
      const owner = await loadEntryOwner(table, submission.editionId, submission.entryId);
      if (owner) await mailer.send(receiptMail(submission, owner, settings.origin));
    }
  };
};
