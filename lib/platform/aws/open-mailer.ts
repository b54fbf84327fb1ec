import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mailer } from '../mailer.ts';
import { clientSettings } from './client-settings.ts';
import { environmentValue } from './environment.ts';
import { createSesMailer } from './ses-mailer.ts';

/** The mailer of the sender this function was given. */
export function openMailer(): Mailer {
  const client = new SESv2Client(clientSettings(process.env));
  return createSesMailer({ client, from: environmentValue('MAIL_FROM') });
}
