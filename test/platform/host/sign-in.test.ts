import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Host } from '../../../lib/platform/host/host.ts';
import { authorizationAddress, type Browser, leadsTo, openBrowser, pkce } from './browser.ts';
import { probe } from './probe.ts';
import { runningHost } from './running-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

const Tokens = z.object({
  access_token: z.string().default(''),
  id_token: z.string().default(''),
  refresh_token: z.string().default(''),
  error: z.string().optional(),
});
type Tokens = z.infer<typeof Tokens>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function begin(host: Host, browser: Browser, changed: { [name: string]: string } = {}) {
  const { verifier, challenge } = pkce();
  const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
  const response = await browser.get(authorizationAddress(host.origin, { ...proof, ...changed }));
  return { verifier, response, page: leadsTo(response) };
}

async function codeFor(host: Host, email: string): Promise<string> {
  const [mail] = await host.mails(email);
  return /\d{6}/.exec(mail?.text ?? '')?.[0] ?? '';
}

const another = (code: string): string => (code === '000000' ? '000001' : '000000');

async function exchange(host: Host, form: { [name: string]: string }) {
  const response = await fetch(`${host.origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'contest-web', ...form }),
  });
  const body: Tokens = await response.json().then(Tokens.parse);
  return { status: response.status, body };
}

/** Mailbox, code, and back to the pages with the authorisation code. */
async function signIn(host: Host, browser: Browser, email: string) {
  const { page, verifier } = await begin(host, browser);
  await browser.post(page, { email });
  const resumed = await browser.post(`${page}/code`, {
    code: await codeFor(host, email.toLowerCase()),
  });
  const back = new URL(leadsTo(await browser.get(leadsTo(resumed))));
  const code = back.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, code_verifier: verifier };
  return { back, form: { ...form, redirect_uri: `${host.origin}/signed-in` } };
}

test('a person signs in with a code from the mail and gets tokens that the API takes', async () => {
  const host = await runningHost({}, { endpoints: [probe] });
  const browser = openBrowser(host.origin);
  const { page, response, verifier } = await begin(host, browser);
  expect([response.status, page]).toEqual([303, expect.stringMatching(/^\/sign-in\/[\w-]+$/)]);

  const asks = await browser.get(page);
  expect([asks.status, asks.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    ),
  ]);
  expect(await asks.text()).not.toContain('<script');

  const sent = await browser.post(page, { email: 'Ban-To-Chuc@Example.VN' });
  expect([sent.status, leadsTo(sent)]).toEqual([303, `${page}/code`]);
  expect(await (await browser.get(`${page}/code`)).text()).toContain('ban-to-chuc@example.vn');
  const code = await codeFor(host, 'ban-to-chuc@example.vn');
  const resumed = await browser.post(`${page}/code`, {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  });
  const back = new URL(leadsTo(await browser.get(leadsTo(resumed))));
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([
    `${host.origin}/signed-in`,
    'state-1',
  ]);

  const { status, body } = await exchange(host, {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: `${host.origin}/signed-in`,
  });
  expect(status).toBe(200);
  expect(decodeProtectedHeader(body.access_token)).toEqual({
    alg: 'RS256',
    typ: 'at+jwt',
    kid: expect.any(String),
  });
  const claims = decodeJwt(body.access_token);
  expect(claims).toEqual({
    iss: `${host.origin}/oidc`,
    aud: `${host.origin}/api`,
    sub: expect.stringMatching(UUID),
    client_id: 'contest-web',
    email: 'ban-to-chuc@example.vn',
    email_verified: true,
    iat: expect.any(Number),
    exp: (claims.iat ?? 0) + 900,
    jti: expect.any(String),
  });
  expect(decodeJwt(await host.token('BAN-TO-CHUC@example.vn')).sub).toBe(claims.sub);
  expect(decodeJwt(body.id_token)).toMatchObject({ sub: claims.sub, aud: 'contest-web' });
  const asked = async (token: string) =>
    (await fetch(`${host.origin}/api/probe/x`, { headers: { authorization: `Bearer ${token}` } }))
      .status;
  expect([
    await asked(body.access_token),
    await asked(body.id_token),
    await asked(body.refresh_token),
  ]).toEqual([200, 401, 401]);
});

test('refresh tokens rotate; one that comes again ends them all', async () => {
  const host = await runningHost();
  const { form } = await signIn(host, openBrowser(host.origin), 'a@b.vn');
  const first = (await exchange(host, form)).body;
  const refresh = async (token: string) =>
    await exchange(host, { grant_type: 'refresh_token', refresh_token: token });

  const second = await refresh(first.refresh_token);
  expect([second.status, decodeJwt(second.body.access_token)['email']]).toEqual([200, 'a@b.vn']);
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect(await refresh(first.refresh_token)).toMatchObject({ status: 400 });
  expect(await refresh(second.body.refresh_token)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  });
});

test('an authorisation code is good once, and with its own verifier only', async () => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { form } = await signIn(host, browser, 'a@b.vn');
  const other = await exchange(host, { ...form, code_verifier: pkce().verifier });
  expect(other).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });

  const second = await signIn(host, openBrowser(host.origin), 'a@b.vn');
  expect((await exchange(host, second.form)).status).toBe(200);
  expect((await exchange(host, second.form)).status).toBe(400);
});

test.each([
  ['without PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
  ['with plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['for another API', { resource: 'https://evil.example/api' }, 'invalid_target'],
  ['with the implicit flow', { response_type: 'id_token' }, 'unsupported_response_type'],
  ['without a client', { client_id: '' }, undefined],
  ['for an unknown client', { client_id: 'other' }, undefined],
  ['back to somebody else', { redirect_uri: 'https://evil.example/' }, undefined],
])('a sign-in %s does not begin', async (_, changed, error) => {
  const host = await runningHost();
  const { response, page } = await begin(host, openBrowser(host.origin), changed);
  const found = page === '' ? undefined : /[#?&]error=(\w+)/.exec(page)?.[1];
  expect([response.status, found]).toEqual([error === undefined ? 400 : 303, error]);
});

test('a wrong code is told; the fifth makes the code void, even the right one', async () => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { page } = await begin(host, browser);
  await browser.post(page, { email: 'a@b.vn' });
  const code = await codeFor(host, 'a@b.vn');
  const said = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await browser.post(`${page}/code`, { code: another(code) });
    said.push([answer.status, (await answer.text()).includes('The code is not right')]);
  }
  expect(said).toEqual([...Array(4).fill([422, true]), [422, false]]);
  const right = await browser.post(`${page}/code`, { code });
  expect([right.status, await right.text()]).toEqual([422, expect.stringContaining('has expired')]);
});

test('a code is void after its time, after a newer one, and in another sign-in', async () => {
  const host = await runningHost({ codeLimits: { seconds: 1 } });
  const [one, two] = [openBrowser(host.origin), openBrowser(host.origin)];
  const [first, second] = [await begin(host, one), await begin(host, two)];
  await one.post(first.page, { email: 'a@b.vn' });
  const code = await codeFor(host, 'a@b.vn');
  expect((await two.post(`${second.page}/code`, { code })).status).toBe(422);

  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await one.post(`${first.page}/code`, { code })).status).toBe(422);
  await one.post(first.page, { email: 'a@b.vn' });
  expect((await one.post(`${first.page}/code`, { code: another(code) })).status).toBe(422);
});

test('a code works once', async () => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { page } = await begin(host, browser);
  await browser.post(page, { email: 'a@b.vn' });
  const code = await codeFor(host, 'a@b.vn');
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${page}/code`, { code })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
});

test('a mailbox gets so many codes an hour, an address so many', async () => {
  const host = await runningHost({ codeLimits: { perMailbox: 2, perSource: 4 } });
  const browser = openBrowser(host.origin);
  const { page } = await begin(host, browser);
  const ask = async (email: string) => (await browser.post(page, { email })).status;
  expect([await ask('a@b.vn'), await ask('A@b.vn'), await ask('a@B.vn')]).toEqual([303, 303, 429]);
  expect([await ask('c@b.vn'), await ask('d@b.vn'), await ask('e@b.vn')]).toEqual([303, 303, 429]);
  expect((await host.mails()).map(({ to }) => to).toSorted()).toEqual([
    'a@b.vn',
    'a@b.vn',
    'c@b.vn',
    'd@b.vn',
  ]);
});

test.each([
  '',
  'a@b',
  'a@b..vn',
  'a@b.vn\r\nBcc: x@y.vn',
  'ạ@b.vn',
  '"><script>alert(1)</script>@b.vn',
])('%j is no mailbox: nothing is sent or repeated', async (email) => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { page } = await begin(host, browser);
  const answer = await browser.post(page, { email });
  expect([answer.status, (await answer.text()).includes('<script')]).toEqual([422, false]);
  expect(await host.mails()).toEqual([]);
});

test('a form of another site, or of a browser without the cookie, reaches nothing', async () => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { page } = await begin(host, browser);
  const form = { email: 'a@b.vn' };
  const statuses = [
    (await browser.post(page, form, { origin: 'https://evil.example' })).status,
    (await browser.post(page, form, { origin: 'null' })).status,
    (await browser.post(page, form, { 'sec-fetch-site': 'cross-site' })).status,
    (await browser.post(page, form, { 'content-type': 'text/plain' })).status,
    (await openBrowser(host.origin).post(page, form)).status,
  ];
  expect(statuses).toEqual([403, 403, 403, 400, 400]);
  expect(await host.mails()).toEqual([]);
});

test('signing out asks, and ends the session', async () => {
  const host = await runningHost();
  const browser = openBrowser(host.origin);
  const { form } = await signIn(host, browser, 'a@b.vn');
  const { body } = await exchange(host, form);
  const asks = await browser.get('/oidc/session/end');
  const page = await asks.text();
  expect([asks.status, page.includes('Đăng xuất?')]).toEqual([200, true]);
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
  const ended = await browser.post('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
  expect(ended.status).toBe(303);

  expect((await begin(host, browser)).page).toMatch(/^\/sign-in\//);
  const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
  expect((await exchange(host, refresh)).status).toBe(400);
});

test('accounts, sessions and keys are there after a restart', async () => {
  const dataFolder = await temporaryFolder();
  const before = await runningHost({ dataFolder });
  const browser = openBrowser(before.origin);
  const { form } = await signIn(before, browser, 'a@b.vn');
  const { body } = await exchange(before, form);
  await before.close();

  const port = Number(new URL(before.origin).port);
  const after = await runningHost({ dataFolder, port });
  const { page } = await begin(after, browser);
  expect(new URL(page).searchParams.get('code')).toMatch(/^[\w-]{20,}$/);
  const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
  const refreshed = await exchange(after, refresh);
  expect(decodeJwt(refreshed.body.access_token).sub).toBe(decodeJwt(body.access_token).sub);
});
