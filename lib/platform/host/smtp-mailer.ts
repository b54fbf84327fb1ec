import { createTransport } from 'nodemailer';
import { MailRefused, requireSendable } from '../mail-rules.ts';
import type { Mail, Mailer } from '../mailer.ts';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Without it STARTTLS is used where the server offers it. */
  readonly secure?: boolean;
  /** Refuse a server that offers no STARTTLS; for every relay that is not on this machine. */
  readonly requireTls?: boolean;
  readonly user?: string;
  readonly password?: string;
  /** The sender's address, plain ASCII. */
  readonly from: string;
}

/** A mailer on an SMTP relay. The message id is the mail's `id` at the sender's domain. @throws MailRefused */
export function createSmtpMailer(options: SmtpOptions): Mailer & { close(): void } {
  const { host, port, user, password, from } = options;
  const transport = createTransport({
    host,
    port,
    secure: options.secure ?? false,
    requireTLS: options.requireTls ?? false,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A mail's text comes from the caller; it never names files or addresses to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);

  return {
    async send(mail: Mail) {
      requireSendable(mail);
      try {
        await transport.sendMail({
          from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId: `<${mail.id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        if (!isRecipientRefused(error)) throw error;
        throw new MailRefused('to', 'was refused by the relay', { cause: error });
      }
    },
    close() {
      transport.close();
    },
  };
}

/** The relay said for good (5xx) that it takes no mail for this address; a 4xx may pass, and our own sender is not the mail's fault. */
function isRecipientRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOfRecipient = 'command' in error && error.command === 'RCPT TO';
  const code = 'responseCode' in error ? error.responseCode : undefined;
  return isOfRecipient && typeof code === 'number' && code >= 500 && code < 600;
}
