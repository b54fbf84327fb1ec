import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '../../../lib/platform/host/smtp-mailer.ts';
import { MailRefused } from '../../../lib/platform/mail-rules.ts';
import { freePort } from '../../support/free-port.ts';
import { mail, mailerContract, type ReceivedMail } from '../mailer-contract.ts';

const from = 'contest@example.gov.vn';
let server: SMTPServer | undefined;
let close: (() => void) | undefined;
let parsed: { message: ParsedMail; recipients: string[] }[] = [];
let port: number;

afterAll(() => {
  close?.();
  server?.close();
});

async function open() {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      void simpleParser(stream).then((message) => {
        parsed.push({ message, recipients: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
    onRcptTo({ address }, _, done) {
      if (address.startsWith('nobody')) done(new Error('no such mailbox'));
      else if (address.startsWith('later'))
        done(Object.assign(new Error('full'), { responseCode: 452 }));
      else done();
    },
  });
  port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const mailer = createSmtpMailer({ host: '127.0.0.1', port, from });
  close = mailer.close;
  return { mailer, received };
}

function received(): ReceivedMail[] {
  const mails = parsed.map(({ message, recipients }) => ({
    from: message.from?.value[0]?.address ?? '',
    recipients,
    subject: message.subject ?? '',
    text: message.text ?? '',
    id: /^<(.*)@example\.gov\.vn>$/.exec(message.messageId ?? '')?.[1] ?? '',
  }));
  parsed = [];
  return mails;
}

describe('SMTP mailer', () => {
  mailerContract(open);

  test('is one plain text part that asks for no automatic reply', async () => {
    const mailer = createSmtpMailer({ host: '127.0.0.1', port, from });
    await mailer.send(mail);
    const message = parsed.at(-1)!.message;
    parsed = [];
    expect(message.html).toBe(false);
    expect(message.attachments).toEqual([]);
    expect(message.headers.get('content-type')).toEqual({
      value: 'text/plain',
      params: { charset: 'utf-8' },
    });
    expect(message.headers.get('auto-submitted')).toBe('auto-generated');
    mailer.close();
  });

  test('says when the relay did not take it, or is not there', async () => {
    const mailer = createSmtpMailer({ host: '127.0.0.1', port, from });
    const refused = mailer.send({ ...mail, to: 'nobody@example.vn' });
    await expect(refused).rejects.toThrow(MailRefused);
    await expect(refused).rejects.toMatchObject({ field: 'to', cause: expect.any(Error) });
    const later = mailer.send({ ...mail, to: 'later@example.vn' });
    await expect(later).rejects.toThrow('full');
    await expect(later).rejects.not.toThrow(MailRefused);
    const strict = createSmtpMailer({ host: '127.0.0.1', port, from, requireTls: true });
    await expect(strict.send(mail)).rejects.toThrow();
    const nowhere = createSmtpMailer({ host: '127.0.0.1', port: await freePort(), from });
    await expect(nowhere.send(mail)).rejects.toThrow('ECONNREFUSED');
    expect(received()).toEqual([]);
  });
});
