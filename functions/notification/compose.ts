import type { Entry } from '../../lib/contest/entry.ts';
import type { LetterHead } from '../../lib/contest/letter.ts';
import { invitationMail, teamInvitationMail } from '../../lib/contest/mail-invitation.ts';
import { receiptMail } from '../../lib/contest/mail-receipt.ts';
import { screeningMail, supplementMail } from '../../lib/contest/mail-screening.ts';
import { type NewMail, queueMail } from '../../lib/contest/outbox.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { isNewDecision, isNewSupplement } from '../../lib/contest/told-by-mail.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Item } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadEntryOwner } from '../../lib/store/entries.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { composeDeadlineChange } from './compose-deadline-change.ts';
import { composeFeedback } from './compose-feedback.ts';
import { composeExtension, composeExtraTask } from './compose-judging.ts';
import { composePublicationStopped } from './compose-publication-stopped.ts';
import { composeReopened } from './compose-reopened.ts';

type Composing = Pick<EventServices, 'table' | 'settings' | 'now'>;

/** Puts the mails into the outbox that a change of the contest asks for; told twice, it is the same mails. */
export async function compose(
  services: Composing,
  before: Item | undefined,
  after: Item,
): Promise<void> {
  const changed = changedItem(after);
  const isNew = before === undefined;
  switch (changed?.kind) {
    case 'invitation': {
      const { invitation } = changed;
      const write = (head: LetterHead) => [invitationMail(invitation, head)];
      return isNew ? await put(services, invitation.editionId, write) : undefined;
    }
    case 'team-invitation': {
      const { invitation } = changed;
      const write = (head: LetterHead) => [teamInvitationMail(invitation, head)];
      return isNew ? await put(services, invitation.editionId, write) : undefined;
    }
    case 'submission': {
      const { submission } = changed;
      const { editionId, entryId } = submission;
      const to = isNew ? await loadEntryOwner(services.table, editionId, entryId) : undefined;
      const write = (head: LetterHead) =>
        to === undefined ? [] : [receiptMail(submission, to, head)];
      return to === undefined ? undefined : await put(services, editionId, write);
    }
    case 'entry':
      return await composeScreening(services, before, changed.entry);
    case 'edition':
      return await composeDeadlineChange(services, before, changed.edition);
    case 'planned-publication':
      return await composePublicationStopped(services, changed.planned);
    case 'sheet':
      return await composeReopened(services, before, changed.sheet);
    case 'result':
      return await composeFeedback(services, changed.result.editionId);
    case 'round':
      return await composeExtension(services, before, changed.round);
    case 'flag-ruling':
      return await composeExtraTask(services, before, changed.ruling);
    default:
  }
}

/** A supplement that was asked for, or a decision that was made. */
async function composeScreening(
  services: Composing,
  before: Item | undefined,
  entry: Entry,
): Promise<void> {
  const { ownerEmail: to, supplement, screening } = entry;
  const was = before && changedItem(before);
  if (to === undefined || was?.kind !== 'entry') return;
  const about = { ...entry, to };
  const asked = supplement && isNewSupplement(was.entry, supplement) ? supplement : undefined;
  const decided = screening && isNewDecision(was.entry, screening) ? screening : undefined;
  if (!asked && !decided) return;
  await put(services, entry.editionId, (head, plan) => [
    ...(asked ? [supplementMail(about, asked, plan, head)] : []),
    ...(decided ? [screeningMail(about, decided, plan, head)] : []),
  ]);
}

/** By the plan as it is now: its name, its clocks, and which kinds are read before they leave. */
async function put(
  { table, settings, now }: Composing,
  editionId: string,
  write: (head: LetterHead, plan: Plan) => readonly NewMail[],
): Promise<void> {
  const { plan: current } = await loadEdition(table, editionId, '');
  if (!current) return;
  const { plan } = current;
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const mails = write(head, plan).map((mail) => queueMail(mail, { editionId, plan }, now()));
  await putMails(table, mails);
}
