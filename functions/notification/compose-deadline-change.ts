import type { Edition, PlanVersion } from '../../lib/contest/edition.ts';
import { mailboxOf } from '../../lib/contest/email.ts';
import { deadlineChangeMail } from '../../lib/contest/mail-deadline.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Item } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { loadPlanVersion } from '../../lib/store/plans.ts';
import { listRecipients } from '../../lib/store/recipients.ts';

/** Tells every owner of an entry that the deadline was moved, each address once, by the plan version that moved it. */
export async function composeDeadlineChange(
  services: Pick<EventServices, 'table' | 'settings' | 'now'>,
  before: Item | undefined,
  edition: Edition,
): Promise<void> {
  const was = before && changedItem(before);
  if (was?.kind !== 'edition' || was.edition.closesAt === edition.closesAt) return;
  const version = await loadPlanVersion(services.table, edition.editionId, edition.planVersion);
  if (version) await tellOwners(services, version, { before: was.edition, after: edition });
}

async function tellOwners(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  version: PlanVersion,
  { before, after }: { readonly before: Edition; readonly after: Edition },
): Promise<void> {
  const { editionId } = after;
  const { plan } = version;
  const change = { ...version, from: before.closesAt, to: after.closesAt };
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const recipients = await listRecipients(table, editionId);
  const owners = new Map(recipients.map(({ to }) => [mailboxOf(to), to]));
  const at = now();
  const mails = [...owners].map(([mailbox, to]) => {
    const key = sha256Hex(mailbox).slice(0, 32);
    return queueMail(deadlineChangeMail({ key, to }, change, head), { editionId, plan }, at);
  });
  await putMails(table, mails);
}
