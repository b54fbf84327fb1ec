import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredObject } from '../../../lib/platform/files.ts';
import { type FolderFiles, openFolderFiles } from '../../../lib/platform/host/folder-files.ts';
import { listen } from '../../support/http-server.ts';
import { bytesOf, send, sha256, upload } from '../../support/transfer.ts';

const secret = Buffer.alloc(32, 1);
const PDF = 'application/pdf';
let folder: string;
let files: FolderFiles;
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-server-'));
  server = await listen((received, response) => {
    void files.serve(received, response).then((served) => {
      if (!served) response.writeHead(418).end();
    });
  });
  files = await openFolderFiles({ folder, baseUrl: `${server.url}/files`, secret });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function ticketFor(key: string, body: Uint8Array) {
  const facts = { key, contentType: PDF, size: body.length, sha256: sha256(body) };
  return files.ticket({ ...facts, expiresInSeconds: 60 });
}

async function linkTo(key: string, body: Uint8Array): Promise<string> {
  const { versionId } = await files.put(key, body, { contentType: PDF });
  const wanted = { key, versionId, fileName: 'a.pdf', contentType: PDF, expiresInSeconds: 60 };
  return (await files.link(wanted)).url;
}

/** A URL would be tidied before it is sent. */
async function statusOfRawPath(path: string): Promise<number> {
  const { hostname: host, port } = new URL(server.url);
  const [response] = await once(request({ host, port, path }).end(), 'response');
  response.resume();
  return response.statusCode;
}

test('paths that are not ours are left to others; ours say nothing to strangers', async () => {
  expect((await send('GET', `${server.url}/filesystem`, {})).status).toBe(418);
  const statuses = [];
  for (const path of ['', '../etc/passwd', '%2e%2e/a', 'a//b', 'a/./b', 'none', 'a?b?c']) {
    statuses.push(await statusOfRawPath(`/files/${path}`));
  }
  expect(statuses).toEqual(Array.from({ length: 7 }, () => 403));
  const reply = await send('GET', `${server.url}/files/none`, {});
  expect(reply.body.toString()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>\n',
  );
  expect((await send('DELETE', `${server.url}/files/a`, {})).status).toBe(405);
});

test('a link takes no more parameters than it has, and each once', async () => {
  const url = await linkTo('strict/a', bytesOf('text'));
  expect((await send('GET', url, {})).status).toBe(200);
  expect((await send('GET', `${url}&more=1`, {})).status).toBe(403);
  expect((await send('GET', `${url}&name=b.exe`, {})).status).toBe(403);
  expect((await send('GET', `${url}?name=b.exe`, {})).status).toBe(403);
});

test('HEAD, If-Range and several ranges', async () => {
  const url = await linkTo('ranges/a', bytesOf('0123456789'));
  const head = await send('HEAD', url, {});
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '10', 0]);
  const etag = String(head.headers.etag);
  const ask = async (headers: Record<string, string>) => {
    const reply = await send('GET', url, headers);
    return [reply.status, reply.body.toString()];
  };
  expect(await ask({ range: 'bytes=2-3', 'if-range': etag })).toEqual([206, '23']);
  expect(await ask({ range: 'bytes=2-3', 'if-range': '"old"' })).toEqual([200, '0123456789']);
  expect(await ask({ range: 'bytes=2-3,5-6' })).toEqual([200, '0123456789']);
  const beyond = await send('GET', url, { range: 'bytes=10-' });
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
});

test('a chunked body has no signed length', async () => {
  const body = bytesOf('chunked');
  const ticket = await ticketFor('chunked/a', body);
  const { 'content-length': _, ...headers } = ticket.headers;
  const reply = await send('PUT', ticket.url, { ...headers, 'transfer-encoding': 'chunked' }, body);
  expect(reply.status).toBe(403);
});

test('an upload that breaks off leaves nothing, and its ticket still works', async () => {
  const body = new Uint8Array(200_000);
  const ticket = await ticketFor('broken/a', body);
  const sent = request(ticket.url, { method: 'PUT', headers: ticket.headers });
  sent.on('error', () => undefined);
  sent.write(body.subarray(0, 100_000));
  await sleep(100);
  sent.destroy();
  await expect.poll(() => readdir(join(folder, 'incoming'))).toEqual([]);
  expect(await files.list('broken/')).toEqual([]);
  expect(await upload(ticket, body)).toBe(200);
});

test('a reader who goes away half-way harms nobody', async () => {
  const url = await linkTo('large/a', new Uint8Array(5_000_000));
  const sent = request(url).end();
  sent.on('error', () => undefined);
  const [response] = await once(sent, 'response');
  response.on('error', () => undefined);
  await once(response, 'readable');
  sent.destroy();
  expect((await send('GET', url, { range: 'bytes=0-4' })).body.length).toBe(5);
});

test('what a crash left half-received is thrown away after an hour', async () => {
  const old = join(folder, 'incoming', 'old');
  await mkdir(old);
  await mkdir(join(folder, 'incoming', 'young'));
  const before = new Date(Date.now() - 2 * 3600_000);
  await utimes(old, before, before);
  await openFolderFiles({ folder, baseUrl: server.url, secret });
  expect(await readdir(join(folder, 'incoming'))).toEqual(['young']);
  await rm(join(folder, 'incoming', 'young'), { recursive: true });
});

test('a short secret is refused', async () => {
  const short = openFolderFiles({ folder, baseUrl: server.url, secret: Buffer.alloc(31) });
  await expect(short).rejects.toThrow(RangeError);
});

test('the listener is told of every version, also after failing and after a restart', async () => {
  const own = await mkdtemp(join(tmpdir(), 'announcements-'));
  const open = () => openFolderFiles({ folder: own, baseUrl: server.url, secret });
  const type = { contentType: PDF };
  const first = await open();
  const one = await first.put('a', bytesOf('1'), type);
  const told: StoredObject[] = [];
  const queue: { full: boolean } = { full: false };
  await first.onStored(async (stored) => {
    if (queue.full) throw new Error('the queue is full (expected in this test)');
    told.push(stored);
  });
  expect(told).toEqual([one]);
  queue.full = true;
  const two = await first.put('b', bytesOf('2'), type);
  queue.full = false;
  const three = await first.put('a', bytesOf('3'), type);
  expect(told).toEqual([one, two, three]);
  queue.full = true;
  const four = await first.put('c', bytesOf('4'), type);

  const second = await open();
  const toldLater: StoredObject[] = [];
  await second.onStored(async (stored) => void toldLater.push(stored));
  expect(toldLater).toEqual([four]);
  expect(await readdir(join(own, 'unannounced'))).toEqual([]);
  await rm(own, { recursive: true });
});

test.for(['', '{"key":"a","versionId":"0000', '\0\0\0\0'])(
  'a note that a crash left half-written (%j) holds nothing up',
  async (torn) => {
    const own = await mkdtemp(join(tmpdir(), 'announcements-'));
    const open = () => openFolderFiles({ folder: own, baseUrl: server.url, secret });
    const one = await (await open()).put('a', bytesOf('1'), { contentType: PDF });
    await writeFile(join(own, 'unannounced', 'half.json'), torn);

    const told: StoredObject[] = [];
    await (await open()).onStored(async (stored) => void told.push(stored));
    expect(told).toEqual([one]);
    expect(await readdir(join(own, 'unannounced'))).toEqual([]);
    await rm(own, { recursive: true });
  },
);
