import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { ContestEvent } from '../../../lib/platform/events.ts';
import { FolderInUse } from '../../../lib/platform/host/folder-lock.ts';
import { PortInUse } from '../../../lib/platform/host/http-server.ts';
import { freePort } from '../../support/free-port.ts';
import { authorizationAddress, pkce } from './browser.ts';
import { probe, whoAmI } from './probe.ts';
import { runningHost } from './running-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A request with a Host header of its own. */
async function ask(port: number, path: string, host: string) {
  const answer = Promise.withResolvers<{ status: number | undefined; location: unknown }>();
  request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
    response.resume();
    answer.resolve({ status: response.statusCode, location: response.headers.location });
  }).end();
  return await answer.promise;
}

const CHALLENGE = { code_challenge: pkce().challenge, code_challenge_method: 'S256' };

const portOf = (origin: string): number => Number(new URL(origin).port);

test('a minted token reaches a function, at the time of the shifted clock', async () => {
  const at = Date.UTC(2026, 4, 4, 3, 2, 1, 7);
  const options = { clock: () => at, isShiftable: true };
  const host = await runningHost(options, { endpoints: [probe] });
  const headers = { authorization: `Bearer ${await host.token('A@b.vn')}` };
  const call = async () =>
    whoAmI.reply.parse(await (await fetch(`${host.origin}/api/probe/x`, { headers })).json());

  expect(await call()).toEqual({ word: 'x', email: 'a@b.vn', now: '2026-05-04T03:02:01.007Z' });
  host.advance(24 * 3600_000);
  expect((await call()).now).toBe('2026-05-05T03:02:01.007Z');
  expect((await fetch(`${host.origin}/api/probe/x`)).status).toBe(401);
});

test('another method in a header is 405, a token in the query 400, whatever the real token says', async () => {
  const host = await runningHost({}, { endpoints: [probe] });
  const authorization = `Bearer ${await host.token('a@b.vn')}`;
  const call = async (query: string, headers: Record<string, string> = {}) =>
    (await fetch(`${host.origin}/api/probe/x${query}`, { headers: { authorization, ...headers } }))
      .status;
  expect(await call('')).toBe(200);
  expect(await call('', { 'x-http-method-override': 'DELETE' })).toBe(405);
  expect(await call(`?access_token=${authorization.slice(7)}`)).toBe(400);
});

test('a host that was not started shiftable keeps its time', async () => {
  const host = await runningHost();
  expect(() => host.advance(1)).toThrow('not started shiftable');
});

test('changes of the table and moments of the schedule reach reactions', async () => {
  const seen: ContestEvent[] = [];
  const at = Date.UTC(2026, 4, 4);
  const host = await runningHost(
    { clock: () => at, isShiftable: true },
    { reactions: { probe: () => async (event) => void seen.push(event) } },
  );
  await host.table.write([{ kind: 'put', item: { pk: 'A', sk: 'B', v: 1 } }]);
  await host.services.schedule.at('close', '2026-05-04T01:00:00.000Z');
  await host.settled();
  expect(seen).toEqual([
    { kind: 'item-changed', id: expect.any(String), after: { pk: 'A', sk: 'B', v: 1 } },
  ]);
  host.advance(3600_000);
  await host.settled();
  expect(seen.slice(1)).toEqual([{ kind: 'due', id: expect.any(String), name: 'close' }]);
});

test('an upload through its ticket is told as an event, and read through its link', async () => {
  const seen: ContestEvent[] = [];
  const reactions = { probe: () => async (event: ContestEvent) => void seen.push(event) };
  const host = await runningHost({}, { reactions });
  const { documents } = host.services;
  const bytes = Buffer.from('a dossier');
  const ticket = await documents.ticket({
    key: 'e/1',
    contentType: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    expiresInSeconds: 60,
  });
  const { 'content-length': _, ...headers } = ticket.headers;
  expect((await fetch(ticket.url, { method: 'PUT', headers, body: bytes })).status).toBe(200);
  await host.settled();
  const stored = await documents.head('e/1');
  const { key, versionId = '', size } = stored ?? {};
  expect(seen).toEqual([{ kind: 'object-stored', id: expect.any(String), key, versionId, size }]);

  const file = { fileName: 'hồ sơ.pdf', contentType: 'application/pdf', expiresInSeconds: 60 };
  const link = await documents.link({ key: 'e/1', versionId, ...file });
  expect(new URL(link.url).origin).toBe(host.origin);
  expect(await (await fetch(link.url)).text()).toBe('a dossier');
});

test('published results are served with their type, and revalidated', async () => {
  const host = await runningHost();
  const page = Buffer.from('<!doctype html><p>Giải nhất</p>');
  const headers = { contentType: 'text/html; charset=utf-8' };
  await host.services.results.put('results/kt22/index.html', page, headers);
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(host.origin + path, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  const found = await get('/results/kt22/');
  expect([found.status, found.text, found.headers.get('content-type')]).toEqual([
    200,
    '<!doctype html><p>Giải nhất</p>',
    'text/html; charset=utf-8',
  ]);
  const etag = found.headers.get('etag') ?? '';
  expect((await get('/results/kt22/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  await host.services.results.put('results/kt22/index.html', Buffer.from('corrected'), headers);
  const again = await get('/results/kt22/', { headers: { 'if-none-match': etag } });
  expect([again.status, again.text]).toEqual([200, 'corrected']);
  expect((await get('/results/kt22/', { method: 'PUT', body: 'x' })).status).toBe(405);
  const missing = [
    '/results/',
    '/results/..%2f..%2fkeys',
    '/results/../documents/e',
    '/results//x',
  ];
  for (const path of missing) {
    expect(await ask(portOf(host.origin), path, new URL(host.origin).host)).toMatchObject({
      status: 404,
    });
  }
});

test('the page behind a certificate is at the address that is printed on it', async () => {
  const host = await runningHost();
  const at = '/certificates/5ZK9Q-7M2WD-0HXYR-NC4TP-8VB3EJ';
  const headers = { contentType: 'text/html; charset=utf-8' };
  await host.services.results.put(at.slice(1), Buffer.from('<!doctype html>'), headers);
  const found = await fetch(host.origin + at);
  expect([found.status, await found.text(), found.headers.get('content-type')]).toEqual([
    200,
    '<!doctype html>',
    headers.contentType,
  ]);
  const unknown = await fetch(`${host.origin}/certificates/00000-00000-00000-00000-000000`);
  expect(unknown.status).toBe(404);
});

test('only names of ours are answered; a page under another name of this machine moves', async () => {
  const host = await runningHost();
  const port = portOf(host.origin);
  expect(await ask(port, '/mailbox', 'evil.example')).toMatchObject({ status: 421 });
  expect(await ask(port, '/mailbox', `127.0.0.1.evil.example:${port}`)).toMatchObject({
    status: 421,
  });
  expect(await ask(port, '/docs/?a=b', `localhost:${port}`)).toEqual({
    status: 307,
    location: `${host.origin}/docs/?a=b`,
  });
  expect(await ask(port, '/api/nothing', `localhost:${port}`)).toMatchObject({ status: 404 });
});

test('behind a proxy it answers whatever name of this machine the proxy calls it by', async () => {
  const mail = { kind: 'smtp', url: 'smtp://127.0.0.1:9', from: 'no-reply@b.vn' } as const;
  const port = await freePort();
  const host = await runningHost({ port, origin: 'https://contest.example.vn', mail });
  expect(host.origin).toBe('https://contest.example.vn');
  expect(await ask(port, '/docs/', `127.0.0.1:${port}`)).toMatchObject({ status: 200 });
  expect(await ask(port, '/docs/', 'contest.example.vn')).toMatchObject({ status: 200 });
  expect(await ask(port, '/docs/', 'other.example.vn')).toMatchObject({ status: 421 });
  const begun = await fetch(
    `http://127.0.0.1:${port}${authorizationAddress(host.origin, CHALLENGE)}`,
    {
      redirect: 'manual',
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    },
  );
  expect([begun.status, begun.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/sign-in\//),
  ]);
  expect(begun.headers.getSetCookie().every((cookie) => /; secure; httponly/i.test(cookie))).toBe(
    true,
  );
});

test('the API is documented at /docs, and the mail box is only where mail stays', async () => {
  const host = await runningHost();
  const get = async (path: string) => {
    const response = await fetch(host.origin + path);
    const text = await response.text();
    return [response.status, response.headers.get('content-type'), text.length > 0];
  };
  expect(await get('/api/openapi.json')).toEqual([200, 'application/json; charset=utf-8', true]);
  expect(await get('/docs/')).toEqual([200, 'text/html; charset=utf-8', true]);
  expect(await get('/docs/swagger-ui-bundle.js')).toEqual([
    200,
    'text/javascript; charset=utf-8',
    true,
  ]);
  expect((await get('/docs/package.json'))[0]).toBe(404);
  expect((await get('/mailbox'))[0]).toBe(200);

  const relay = { kind: 'smtp', url: 'smtp://127.0.0.1:9', from: 'no-reply@b.vn' } as const;
  const sending = await runningHost({ mail: relay });
  expect((await fetch(`${sending.origin}/mailbox`)).status).toBe(404);
});

test('the mail box shows what was sent, escaped, newest first, once for each id', async () => {
  const host = await runningHost();
  const mail = { to: 'a@b.vn', subject: 'Chào <b>', text: 'cũ & <script>', id: 'one' };
  await host.services.mailer.send(mail);
  await host.services.mailer.send({ ...mail, to: 'c@b.vn', id: 'two' });
  await host.services.mailer.send({ ...mail, text: 'mới' });
  expect((await host.mails()).map(({ id, text }) => [id, text])).toEqual([
    ['one', 'mới'],
    ['two', 'cũ & <script>'],
  ]);
  const text = await (await fetch(`${host.origin}/mailbox?to=c@b.vn`)).text();
  expect(text).toContain('cũ &#38; &#60;script&#62;');
  expect(text).not.toMatch(/<script>|mới/);
});

test('one folder has one host at a time; what it kept is there for the next', async () => {
  const dataFolder = await temporaryFolder();
  const host = await runningHost({ dataFolder });
  await host.table.write([{ kind: 'put', item: { pk: 'A', sk: 'B', v: 1 } }]);
  await expect(runningHost({ dataFolder })).rejects.toThrow(FolderInUse);
  await host.close();
  const next = await runningHost({ dataFolder });
  expect(await next.table.get({ pk: 'A', sk: 'B' })).toEqual({ pk: 'A', sk: 'B', v: 1 });
});

test('a port that is taken is told, and the folder is let go of', async () => {
  const dataFolder = await temporaryFolder();
  const host = await runningHost();
  const port = portOf(host.origin);
  await expect(runningHost({ dataFolder, port })).rejects.toThrow(PortInUse);
  expect((await runningHost({ dataFolder })).origin).not.toBe(host.origin);
});

test('secrets in the data folder are for the owner alone', async () => {
  const dataFolder = await temporaryFolder();
  await runningHost({ dataFolder });
  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const open: string[] = [];
  for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
    const { mode } = await stat(`${parentPath}/${name}`);
    if ((mode & 0o077) !== 0) open.push(name);
  }
  expect(open).toEqual([]);
});

test("an office's own provider is trusted by its discovery document", async () => {
  const office = await runningHost();
  const issuer = { url: `${office.origin}/oidc`, audience: `${office.origin}/api` };
  const host = await runningHost({ issuer }, { endpoints: [probe] });
  const headers = { authorization: `Bearer ${await office.token('a@b.vn')}` };
  expect((await fetch(`${host.origin}/api/probe/x`, { headers })).status).toBe(200);
  expect((await fetch(`${host.origin}/oidc/auth`)).status).toBe(404);
  await expect(host.token('a@b.vn')).rejects.toThrow('without a sign-in');

  const lying = { ...issuer, url: `${office.origin}/oidc/` };
  await expect(runningHost({ issuer: lying })).rejects.toThrow('calls itself');
});
