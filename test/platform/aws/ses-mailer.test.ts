import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, describe, expect, test } from 'vitest';
import { createSesMailer } from '../../../lib/platform/aws/ses-mailer.ts';
import { MailRefused } from '../../../lib/platform/mail-rules.ts';
import { listen } from '../../support/http-server.ts';
import { mail, mailerContract, type ReceivedMail } from '../mailer-contract.ts';

/** A request to SES's SendEmail, as far as it is used. */
interface SendEmail {
  FromEmailAddress: string;
  Destination: { ToAddresses: string[] };
  ConfigurationSetName?: string;
  Content: {
    Simple: {
      Subject: { Data: string };
      Body: { Text: { Data: string } };
      Headers: { Name: string; Value: string }[];
    };
  };
}

const from = 'contest@example.gov.vn';
let requests: SendEmail[] = [];
let throttled = false;
/** What SES refuses the next mail for. */
let refusal: string | undefined;
let server: Awaited<ReturnType<typeof listen>>;
let client: SESv2Client;
afterAll(async () => {
  client.destroy();
  await server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await json(request)) as SendEmail;
  const known = request.method === 'POST' && request.url === '/v2/email/outbound-emails';
  if (throttled || !known) {
    const type = throttled ? 'TooManyRequestsException' : 'NotFoundException';
    response.writeHead(429, { 'x-amzn-errortype': type }).end('{"message":"slow down"}');
    return;
  }
  if (refusal !== undefined) {
    response.writeHead(400, { 'x-amzn-errortype': refusal }).end('{"message":"never"}');
    return;
  }
  requests.push(body);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"m-1"}');
}

async function open() {
  server = await listen((request, response) => void answer(request, response));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SESv2Client({
    endpoint: server.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
  return { mailer: createSesMailer({ client, from }), received };
}

function received(): ReceivedMail[] {
  const mails = requests.map(({ FromEmailAddress, Destination, Content: { Simple } }) => ({
    from: FromEmailAddress,
    recipients: Destination.ToAddresses,
    subject: Simple.Subject.Data,
    text: Simple.Body.Text.Data,
    id: Simple.Headers.find(({ Name }) => Name === 'X-Contest-Mail-Id')?.Value ?? '',
  }));
  requests = [];
  return mails;
}

describe('SES mailer, as far as its wire format goes', () => {
  mailerContract(open);

  test('names its configuration set, and passes on what SES refuses', async () => {
    const mailer = createSesMailer({ client, from, configurationSet: 'contest' });
    await mailer.send(mail);
    expect(requests.map((request) => request.ConfigurationSetName)).toEqual(['contest']);
    requests = [];
    for (const type of ['MessageRejected', 'BadRequestException']) {
      refusal = type;
      await expect(mailer.send(mail)).rejects.toThrow(MailRefused);
    }
    refusal = 'SendingPausedException';
    await expect(mailer.send(mail)).rejects.toThrow('never');
    await expect(mailer.send(mail)).rejects.not.toThrow(MailRefused);
    throttled = true;
    await expect(mailer.send(mail)).rejects.toThrow('slow down');
  });
});
