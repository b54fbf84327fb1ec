import { afterSending, type MailFailure, type OutboxMail } from '../../lib/contest/outbox.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { MailRefused } from '../../lib/platform/mail-rules.ts';
import type { Mailer } from '../../lib/platform/mailer.ts';
import { loadMail, noteSending } from '../../lib/store/outbox.ts';

/**
 * Sends a mail that is due and notes what became of it. A crash in between sends it again under the same id: at least once.
 * What can never be delivered is noted as failed; any other failure is thrown, so that it is tried again.
 */
export async function sendMail(
  { table, mailer, now }: Pick<EventServices, 'table' | 'mailer' | 'now'>,
  told: OutboxMail,
): Promise<void> {
  if (told.state !== 'due') return;
  // Events come twice and late: what stands now decides.
  const mail = await loadMail(table, told);
  if (mail?.state !== 'due') return;
  const failure = await handOver(mailer, mail);
  await noteSending(table, afterSending(mail, failure, now()));
}

async function handOver(mailer: Mailer, mail: OutboxMail): Promise<MailFailure | undefined> {
  const { mailId, to, subject, text } = mail;
  try {
    await mailer.send({ id: mailId, to, subject, text });
    return undefined;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return error.field === 'to' ? 'address-refused' : 'mail-refused';
  }
}
