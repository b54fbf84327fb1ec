import { join } from 'node:path';
import type { Mailer } from '../mailer.ts';
import type { MailChoice } from './host-options.ts';
import { type MailBox, openMailBox } from './mail-box.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

export interface OpenMail {
  readonly mailer: Mailer;
  /** Present where mail stays here. */
  readonly box?: MailBox;
  close(): void;
}

/** Opens the mail box in the data folder, or the way to the office's relay. */
export async function openMail(choice: MailChoice, dataFolder: string): Promise<OpenMail> {
  if (choice.kind === 'box') {
    const box = await openMailBox(join(dataFolder, 'mail'));
    return { mailer: box, box, close: () => undefined };
  }
  const { protocol, hostname, port, username, password } = new URL(choice.url);
  const isSecure = protocol === 'smtps:';
  const mailer = createSmtpMailer({
    host: hostname,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    // Codes and names do not cross a network in the clear.
    requireTls: !isSecure && !isLoopback(hostname),
    ...(username === ''
      ? {}
      : { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
    from: choice.from,
  });
  return { mailer, close: mailer.close };
}

/** Whether a host name or address is this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}
