import {
  BadRequestException,
  MessageRejected,
  type SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { MailRefused, requireSendable } from '../mail-rules.ts';
import type { Mail, Mailer } from '../mailer.ts';

export interface SesOptions {
  readonly client: SESv2Client;
  /** The sender's address, of a verified identity. */
  readonly from: string;
  /** The SES configuration set whose bounces and complaints are watched. */
  readonly configurationSet?: string;
}

/**
 * A mailer on Amazon SES. SES sets its own Message-ID, so the mail's `id` travels as `X-Contest-Mail-Id`.
 * @throws MailRefused, or what SES throws
 */
export function createSesMailer(options: SesOptions): Mailer {
  const { client } = options;
  return {
    async send(mail: Mail) {
      requireSendable(mail);
      try {
        await client.send(commandOf(options, mail));
      } catch (error) {
        // Refused for good, whoever asks again; all else (a rate, an outage, the account) may pass.
        if (!(error instanceof BadRequestException || error instanceof MessageRejected))
          throw error;
        throw new MailRefused('text', 'was refused by SES', { cause: error });
      }
    },
  };
}

const commandOf = ({ from, configurationSet }: SesOptions, mail: Mail): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [mail.to] },
    ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: 'UTF-8' },
        Body: { Text: { Data: mail.text, Charset: 'UTF-8' } },
        Headers: [
          { Name: 'X-Contest-Mail-Id', Value: mail.id },
          { Name: 'Auto-Submitted', Value: 'auto-generated' },
        ],
      },
    },
  });
