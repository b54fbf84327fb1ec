import * as z from 'zod';
import { longestSubject } from '../contest/letter.ts';
import { mailKinds } from '../contest/mail-plan.ts';
import { mailFailures, mailStates } from '../contest/outbox.ts';
import { blocker } from './blocker-view.ts';
import { moment, reason, version } from './shared.ts';
import { id, refusedAs, text, uuid } from './text.ts';

export const mailState = z.enum(mailStates);
export const mailKind = z.enum(mailKinds);

/** A mail's id begins with its kind: `receipt-<entry>-2`. */
const mailId = z.string().regex(/^[a-z0-9-]{1,128}$/);

export const mailPath = z.strictObject({ editionId: id, mailId });

const act = { by: z.string(), at: moment };

export const mailSummary = z
  .object({
    mailId,
    kind: mailKind,
    to: z.string(),
    subject: z.string(),
    entryId: uuid.exactOptional(),
    state: mailState,
    createdAt: moment,
    sentAt: moment.exactOptional(),
    failure: z
      .enum(mailFailures)
      .exactOptional()
      .meta({ description: 'Why it can never be delivered as it is.' }),
    version,
  })
  .meta({ id: 'MailSummary', description: 'A mail in the list of the outbox.' });

export const mailView = mailSummary
  .extend({
    text: z.string(),
    released: z.object(act).exactOptional(),
    cancelled: z.object({ ...act, reason: z.string() }).exactOptional(),
    repeats: z.object({ ...act, mailId }).exactOptional(),
  })
  .meta({ id: 'Mail', description: 'A mail of the outbox: what it says and what became of it.' });

export const mailChange = z
  .strictObject({
    subject: text(longestSubject).refine(
      // Mailers count UTF-16 units.
      (subject) => subject.length <= longestSubject,
      refusedAs('too-long', longestSubject),
    ),
    text: text(10_000, { multiline: true }),
  })
  .meta({ id: 'MailChange', description: 'Other words for a mail that is held.' });

/** Beside the act's own records, one action of the write for each mail. */
const mostAtOnce = 50;

const mailIds = z
  .array(mailId)
  .min(1)
  .max(mostAtOnce)
  .refine((ids) => new Set(ids).size === ids.length, refusedAs('repeated'));

export const releaseRequest = z
  .strictObject({
    mailIds,
    dryRun: z.boolean().meta({ description: 'Only say what stands in the way.' }),
  })
  .meta({ id: 'MailRelease', description: 'Mails that were read and may leave: all, or none.' });

export const releaseView = z
  .object({
    dryRun: z.boolean(),
    mailIds: z.array(mailId).meta({ description: 'Those that leave, or would.' }),
    blockers: z
      .array(blocker)
      .meta({ description: 'Of a dry run: those that are neither held nor stuck.' }),
  })
  .meta({ id: 'MailsReleased', description: 'What leaves, or what stands in the way.' });

export const cancellationRequest = z.strictObject({ mailIds, reason }).meta({
  id: 'MailCancellation',
  description: 'Held mails that shall never leave: all, or none.',
});

export const cancellationView = z
  .object({ mailIds: z.array(mailId) })
  .meta({ id: 'MailsCancelled', description: 'What never leaves.' });
