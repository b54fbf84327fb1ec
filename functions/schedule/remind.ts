import { reminderMail } from '../../lib/contest/mail-deadline.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import { isReminderDue } from '../../lib/contest/reminders.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { listRecipients, unsubmittedAmong } from '../../lib/store/recipients.ts';
import type { ReminderWish } from './reminder-wish.ts';

/**
 * Puts a reminder into the outbox for every draft that was not handed in. A wish that a change of the plan has overtaken
 * does nothing; one that is told again writes what is missing.
 */
export async function remind(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  { editionId, daysBefore }: ReminderWish,
): Promise<void> {
  const at = now();
  const { edition, plan } = await loadEdition(table, editionId, '');
  if (!edition || !plan || !isReminderDue(edition, plan.plan, daysBefore, at)) return;
  const { name, timeZone, mail } = plan.plan;
  const head = { edition: name, timeZone, origin: settings.origin };
  const close = { closesAt: edition.closesAt, daysBefore };
  const recipients = await listRecipients(table, editionId);
  const late = await unsubmittedAmong(table, editionId, recipients);
  const mails = late.map((recipient) => reminderMail(recipient, close, head));
  const of = { editionId, plan: { mail } };
  await putMails(
    table,
    mails.map((one) => queueMail(one, of, at)),
  );
}
