import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openFolderFiles } from '../../../lib/platform/host/folder-files.ts';
import { freePort } from '../../support/free-port.ts';
import { collect, sha256, upload } from '../../support/transfer.ts';

const PROGRAM = join(import.meta.dirname, '../../support/folder-server-process.ts');

async function startServer(folder: string, port: number) {
  const child = spawn(process.execPath, [PROGRAM, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('kill -9 amid uploads: what was answered 200 is there whole, the rest is whole or not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'folder-kill-'));
  const port = await freePort();
  const secret = Buffer.alloc(32, 9);
  const files = await openFolderFiles({
    folder,
    baseUrl: `http://127.0.0.1:${port}/files`,
    secret,
  });
  const bodies = new Map<string, Buffer>();
  const stored = new Set<string>();

  async function put(key: string): Promise<void> {
    const body = randomBytes(300_000);
    bodies.set(key, body);
    const facts = { key, contentType: 'application/pdf', size: body.length, sha256: sha256(body) };
    const ticket = await files.ticket({ ...facts, expiresInSeconds: 600 });
    if ((await upload(ticket, body)) === 200) stored.add(key);
  }

  /** Sends half a body and waits: the kill will surely come amid this one. */
  async function putHalf(key: string, drafts: number): Promise<void> {
    const body = randomBytes(100_000);
    const facts = { key, contentType: 'application/pdf', size: body.length, sha256: sha256(body) };
    const { url, headers } = await files.ticket({ ...facts, expiresInSeconds: 600 });
    const sent = request(url, { method: 'PUT', headers });
    sent.on('error', () => undefined);
    sent.write(body.subarray(0, 50_000));
    await expect.poll(() => readdir(join(folder, 'incoming'))).toHaveLength(drafts);
  }

  let count = 0;
  for (const round of [1, 2]) {
    const child = await startServer(folder, port);
    const left = (await readdir(join(folder, 'incoming'))).length;
    await putHalf(`half/${round}`, left + 1);
    const before = stored.size;
    const senders = Array.from({ length: 4 }, async () => {
      // Ends with the connection: the server is gone.
      for (;;) {
        count += 1;
        await put(`round-${round}/${count}`);
      }
    });
    const settled = Promise.allSettled(senders);
    while (stored.size < before + 4 + round) await sleep(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await settled;
  }

  expect(stored.size).toBeGreaterThanOrEqual(11);
  const keys = await files.list('');
  expect([...stored].filter((key) => !keys.includes(key))).toEqual([]);
  for (const key of keys) {
    const found = await files.head(key);
    expect(await collect(await files.read(key, found!.versionId))).toEqual(bodies.get(key));
  }
  expect((await readdir(join(folder, 'incoming'))).length).toBeGreaterThanOrEqual(2);
  await rm(folder, { recursive: true });
}, 60_000);
