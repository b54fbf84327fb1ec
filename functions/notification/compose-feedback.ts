import { givesFeedback } from '../../lib/contest/feedback-plan.ts';
import { feedbackMail } from '../../lib/contest/mail-feedback.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadPublished, loadToldRounds } from '../../lib/store/feedback-facts.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { listRecipients } from '../../lib/store/recipients.ts';
import { loadShares } from '../../lib/store/shares.ts';

/**
 * The result is published: tells every startup that was judged, once, that its feedback is ready. A correction tells nobody
 * again, and of a result that was retracted meanwhile nobody is told.
 */
export async function composeFeedback(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  editionId: string,
): Promise<void> {
  const [{ plan: current }, published] = await Promise.all([
    loadEdition(table, editionId, ''),
    loadPublished(table, editionId),
  ]);
  if (!current || !published || !givesFeedback(current.plan)) return;
  const { plan } = current;
  const roundIds = plan.rounds.map(({ id }) => id);
  const [first] = await loadToldRounds(table, { editionId, roundIds }, published);
  if (!first) return;
  const recipients = await listRecipients(table, editionId);
  // Every entry that was judged at all was in the first round.
  const shares = await loadShares(
    table,
    first.place,
    recipients.map(({ entryId }) => entryId),
  );
  const judged = new Set(shares.map(({ entryId }) => entryId));
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const at = now();
  const mails = recipients
    .filter(({ entryId }) => judged.has(entryId))
    .map((recipient) => queueMail(feedbackMail(recipient, head), { editionId, plan }, at));
  await putMails(table, mails);
}
