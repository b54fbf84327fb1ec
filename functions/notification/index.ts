import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { mailIn } from '../../lib/store/outbox.ts';
import { compose } from './compose.ts';
import { sendMail } from './send-mail.ts';

/**
 * What people are told by mail, in two steps: a change of the contest puts a mail into the outbox, and a mail there that is
 * due leaves.
 */
export const reaction =
  (services: EventServices): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const mail = mailIn(event.after);
    if (mail) await sendMail(services, mail);
    else await compose(services, event.before, event.after);
  };
