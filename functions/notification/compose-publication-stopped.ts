import { publicationStoppedMail } from '../../lib/contest/mail-publication.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import type { PlannedPublication } from '../../lib/contest/planned-publication.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { listOrganisers } from '../../lib/store/organisers.ts';
import { putMails } from '../../lib/store/outbox.ts';

/** Tells every organiser that a planned publication was stopped, and by what. */
export async function composePublicationStopped(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  planned: PlannedPublication,
): Promise<void> {
  if (planned.state !== 'stopped') return;
  const { editionId } = planned;
  const [{ plan: current }, organisers] = await Promise.all([
    loadEdition(table, editionId, ''),
    listOrganisers(table, editionId),
  ]);
  if (!current) return;
  const { plan } = current;
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const at = now();
  const mails = organisers.map(({ personId, email }) => {
    const recipient = { key: sha256Hex(personId).slice(0, 32), to: email };
    return queueMail(publicationStoppedMail(recipient, planned, head), { editionId, plan }, at);
  });
  await putMails(table, mails);
}
