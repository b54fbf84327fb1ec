import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { mailboxOf, normaliseEmail } from '../../../contest/email.ts';
import type { Mailer } from '../../mailer.ts';
import { causeOf, type Log } from '../log.ts';
import { sendPage } from '../page.ts';
import { readBody } from '../read-body.ts';
import type { Accounts } from './accounts.ts';
import type { SignInCodes } from './sign-in-codes.ts';
import { brokenPage, type Complaint, codeMail, codePage, mailboxPage } from './sign-in-pages.ts';

export interface InteractionOptions {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly codes: SignInCodes;
  readonly codeSeconds: number;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly sourceIp: (request: IncomingMessage) => string;
  readonly log: Log;
}

/** `/sign-in/<interaction>`: the mailbox, then `/sign-in/<interaction>/code`: the code. */
const PATH = /^\/sign-in\/([\w-]{1,64})(\/code)?$/;
const FORM = { bytes: 4096, milliseconds: 10_000 };

/**
 * Signing in: enter an address, get a code by mail, enter the code. An interaction belongs to the browser that
 * holds its cookie (signed, HttpOnly, SameSite=Lax), so a form on another site reaches none.
 */
export function createInteractions(
  options: InteractionOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { provider, accounts, codes, mailer, origin, log } = options;

  async function sendCode(
    interaction: string,
    form: URLSearchParams,
    request: IncomingMessage,
  ): Promise<Complaint | undefined> {
    const address = normaliseEmail((form.get('email') ?? '').trim());
    if (address === undefined) return 'invalid-email';
    const email = mailboxOf(address);
    const code = codes.issue({ interaction, email, source: options.sourceIp(request) });
    if (code === 'too-many') return 'too-many-codes';
    try {
      const mail = codeMail(code, Math.ceil(options.codeSeconds / 60));
      await mailer.send({ ...mail, to: email, id: `sign-in-${randomUUID()}` });
      return undefined;
    } catch (error) {
      log({ level: 'error', message: 'a sign-in code was not mailed', cause: causeOf(error) });
      return 'mail-not-sent';
    }
  }

  async function takeMailbox(exchange: Exchange): Promise<void> {
    const { request, response, path, interaction } = exchange;
    const form = await formOf(request);
    const complaint = form && (await sendCode(interaction, form, request));
    if (form === undefined) return refuse(response, 400);
    if (complaint === undefined) return seeOther(response, `${path}/code`);
    const status = complaint === 'too-many-codes' ? 429 : complaint === 'mail-not-sent' ? 503 : 422;
    sendPage(response, status, mailboxPage(path, complaint));
  }

  async function takeCode(exchange: Exchange): Promise<void> {
    const { request, response, path, interaction } = exchange;
    const form = await formOf(request);
    if (form === undefined) return refuse(response, 400);
    const code = (form.get('code') ?? '').replaceAll(' ', '');
    const email = codes.mailbox(interaction);
    const check = codes.check(interaction, code);
    if (check.kind === 'right') {
      const accountId = accounts.forEmail(check.email).id;
      const result = { login: { accountId, remember: true, amr: ['otp'] } };
      return await provider.interactionFinished(request, response, result);
    }
    if (check.kind === 'wrong' && email !== undefined) {
      const page = codePage({ action: `${path}/code`, again: path, email }, 'wrong-code');
      return sendPage(response, 422, page);
    }
    sendPage(response, 422, mailboxPage(path, 'void-code'));
  }

  function showCode({ response, path, interaction }: Exchange): void {
    const email = codes.mailbox(interaction);
    if (email === undefined) seeOther(response, path);
    else sendPage(response, 200, codePage({ action: `${path}/code`, again: path, email }));
  }

  function refuse(response: ServerResponse, status: number): void {
    sendPage(response, status, brokenPage(`${origin}/`));
  }

  /** The interaction in the path, when this browser holds it. */
  async function interactionOf(request: IncomingMessage, response: ServerResponse, uid: string) {
    try {
      const details = await provider.interactionDetails(request, response);
      return details.uid === uid && details.prompt.name === 'login' ? uid : undefined;
    } catch {
      // SessionNotFound: no cookie, a forged one, or an interaction that is over.
      return undefined;
    }
  }

  async function step(exchange: Exchange, code: string): Promise<void> {
    const { request, response, path } = exchange;
    switch (`${request.method}${code}`) {
      case 'GET':
        return sendPage(response, 200, mailboxPage(path));
      case 'POST':
        return await takeMailbox(exchange);
      case 'GET/code':
        return showCode(exchange);
      case 'POST/code':
        return await takeCode(exchange);
      default:
        response.setHeader('allow', 'GET, POST');
        return refuse(response, 405);
    }
  }

  return async (request, response) => {
    const found = PATH.exec((request.url ?? '').split('?', 1)[0] ?? '');
    const [, uid = '', code = ''] = found ?? [];
    if (found === null) return refuse(response, 404);
    if (!isSameSite(request, origin)) return refuse(response, 403);
    const interaction = await interactionOf(request, response, uid);
    if (interaction === undefined) return refuse(response, 400);
    await step({ request, response, interaction, path: `/sign-in/${uid}` }, code);
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly interaction: string;
  /** Of the mailbox page. */
  readonly path: string;
}

/** Beside SameSite: a browser says from where a form was sent. */
function isSameSite(request: IncomingMessage, origin: string): boolean {
  if (request.method !== 'POST') return true;
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) return false;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const body = await readBody(request, FORM);
  return body.kind === 'whole' ? new URLSearchParams(body.bytes.toString('utf8')) : undefined;
}

function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'content-length': 0, 'cache-control': 'no-store' });
  response.end();
}
