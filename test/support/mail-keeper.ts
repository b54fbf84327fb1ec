import { requireSendable } from '../../lib/platform/mail-rules.ts';
import type { Mail, Mailer } from '../../lib/platform/mailer.ts';

/** The mailer port in memory: what was sent stays in `mails`, oldest first. */
export function openMailKeeper(): Mailer & { readonly mails: readonly Mail[] } {
  const mails: Mail[] = [];
  return {
    mails,
    async send(mail) {
      requireSendable(mail);
      mails.push(mail);
    },
  };
}
