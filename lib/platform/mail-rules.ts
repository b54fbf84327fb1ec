import type { Mail } from './mailer.ts';

/** One plain ASCII mailbox: no display name, quotes, lists or comments, so that it can name one recipient only. */
const MAILBOX = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const MAIL_ID = /^[a-z0-9-]{1,128}$/;
const CONTROL = /\p{Cc}/u;
/** In UTF-16 units; RFC 5322 folds longer lines, but no subject of ours is this long. */
const LONGEST_SUBJECT = 250;
const LONGEST_ADDRESS = 254;

/** The part of a mail for which it cannot be sent; `text` is the content as a whole. */
type RefusedField = 'to' | 'subject' | 'id' | 'text';

/**
 * Why a mail can never be sent as it is: a field that could smuggle in a header, a second recipient or a false id, or what
 * the service that was to take it has refused for good.
 */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly field: RefusedField;
  constructor(field: RefusedField, message: string, options?: ErrorOptions) {
    super(`\`${field}\` ${message}`, options);
    this.field = field;
  }
}

/** Both mailers ask this first. @throws MailRefused naming the field, never repeating its text. */
export function requireSendable(mail: Mail): void {
  if (CONTROL.test(mail.to)) throw new MailRefused('to', 'holds a control character');
  if (mail.to.length > LONGEST_ADDRESS || !MAILBOX.test(mail.to)) {
    throw new MailRefused('to', 'is not one plain ASCII address');
  }
  if (CONTROL.test(mail.subject)) throw new MailRefused('subject', 'holds a control character');
  if (mail.subject.trim() === '' || mail.subject.length > LONGEST_SUBJECT) {
    throw new MailRefused('subject', `is empty or over ${LONGEST_SUBJECT} characters`);
  }
  if (!MAIL_ID.test(mail.id)) throw new MailRefused('id', 'is not of [a-z0-9-]');
}
