import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { expect, onTestFinished, test, vi } from 'vitest';
import { client } from '../../../lib/contract/client.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { freePort } from '../../support/free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Each test starts real processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const EDITION = { path: { editionId: 'kon-tum-2022' } };

interface Served {
  readonly child: ChildProcess;
  readonly origin: string;
  /** All it said. */
  readonly text: () => string;
}

/** A real `node bin/run.mjs serve`, once it says that it runs. */
async function serve(
  dataFolder: string,
  port: number,
  more: readonly string[] = [],
): Promise<Served> {
  const args = ['bin/run.mjs', 'serve', '--data', dataFolder, '--port', String(port), ...more];
  const child = spawn(process.execPath, args);
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const running = /running at (\S+)/;
  while (!running.test(text) && child.exitCode === null) await sleep(20);
  return { child, origin: running.exec(text)?.[1] ?? '', text: () => text };
}

async function ended({ child }: Served): Promise<readonly [number | null, string | null]> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return [child.exitCode, child.signalCode];
}

/** Everything the process and what it started: their pids. */
async function childrenOf(pid: number | undefined): Promise<string> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim();
}

async function program(...args: readonly string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, ['bin/run.mjs', ...args]);
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

test('a newcomer: start, sign in as anybody named, find the edition open; kill -9; all is there', async () => {
  const dataFolder = await temporaryFolder();
  const port = await freePort();
  const first = await serve(dataFolder, port);
  expect(first.text()).toContain(`Read and try the API   ${first.origin}/docs/`);
  const token = async (email: string) =>
    (await program('token', email, '--data', dataFolder)).stdout.trim();
  const organiser = client({
    origin: first.origin,
    token: async () => await token('ban-to-chuc-1@so-khcn.example.vn'),
  });

  const { body } = await organiser.call(routes.getEdition, EDITION);
  const days = (Date.parse(body.closesAt) - Date.now()) / 86_400_000;
  expect([body.phase, days > 28 && days < 31]).toEqual(['open', true]);
  const people = await organiser.call(routes.listPeople, EDITION);
  expect(people.body.items.map(({ email, roles }) => [email, roles]).toSorted()).toEqual([
    ['ban-to-chuc-1@so-khcn.example.vn', ['organiser']],
    ['ban-to-chuc-2@so-khcn.example.vn', ['organiser']],
    ['giam-khao-1@hoi-dong.example.vn', ['judge']],
    ['giam-khao-2@hoi-dong.example.vn', ['judge']],
    ['giam-khao-3@hoi-dong.example.vn', ['judge']],
    ['quan-tri@example.vn', ['organiser']],
    ['thu-ky@example.vn', ['secretary']],
  ]);
  const entries = await organiser.call(routes.listEntries, EDITION);
  expect(entries.body.items.map(({ state }) => state).toSorted()).toEqual([
    ...['draft', 'draft', 'submitted', 'submitted', 'submitted', 'submitted'],
  ]);

  const second = await program('serve', '--data', dataFolder, '--port', '0');
  expect(second).toEqual({
    status: 1,
    stdout: '',
    stderr: `another instance is running on ${dataFolder}: end it, or choose another folder with --data\n`,
  });
  first.child.kill('SIGKILL');
  await ended(first);

  const again = await serve(dataFolder, port);
  expect((await organiser.call(routes.listEntries, EDITION)).body).toEqual(entries.body);
  again.child.kill('SIGINT');
  expect(await ended(again)).toEqual([0, null]);
});

test('Ctrl-C ends it in time, with a request under way, and leaves no child', async () => {
  const served = await serve(await temporaryFolder(), 0, ['--no-seed']);
  expect(await childrenOf(served.child.pid)).toBe('');
  const slow = fetch(`${served.origin}/api/editions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
    body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) }),
  } as RequestInit).catch((error: unknown) => error);
  await sleep(100);
  served.child.kill('SIGINT');
  expect(await ended(served)).toEqual([0, null]);
  await slow;
});

test('what a person can put right is one line', async () => {
  const port = await freePort();
  const served = await serve(await temporaryFolder(), port, ['--no-seed']);
  const other = await temporaryFolder();
  const [taken, unknown, early] = await Promise.all([
    program('serve', '--data', other, '--port', String(port)),
    program('serve', '--colour'),
    program('token', 'a@b.vn', '--data', `${other}/none`),
  ]);

  expect(taken).toEqual({
    status: 1,
    stdout: '',
    stderr: `port ${port} is in use: end what runs there, or choose another with --port\n`,
  });
  expect(unknown).toEqual({
    status: 2,
    stdout: '',
    stderr: "Unknown option '--colour' (see --help)\n",
  });
  expect(early).toEqual({
    status: 2,
    stdout: '',
    stderr: `no host has run on ${other}/none yet: npm start\n`,
  });
  served.child.kill('SIGTERM');
  expect(await ended(served)).toEqual([0, null]);
});

test('an administrator is appointed while the host runs', async () => {
  const dataFolder = await temporaryFolder();
  const served = await serve(dataFolder, 0, ['--no-seed']);
  const granted = await program('grant-administrator', 'Chi@example.vn', '--data', dataFolder);
  expect(granted).toEqual({
    status: 0,
    stdout: 'chi@example.vn is an administrator\n',
    stderr: '',
  });
  const token = (await program('token', 'chi@example.vn', '--data', dataFolder)).stdout.trim();
  expect(decodeJwt(token)['email']).toBe('chi@example.vn');
  const me = await client({ origin: served.origin, token: async () => token }).call(routes.getMe);
  expect(me.body.administrator).toBe(true);
});
