import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eicar } from './fixtures/eicar.ts';

/** A running clamd that knows one virus, EICAR's, and takes streams of at most 1 MB. */
export interface Clamd {
  /** Its socket. */
  readonly path: string;
  stop(): Promise<void>;
}

/** Where Debian puts daemons, which is not in everybody's path. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];

function program(): string | undefined {
  return FOLDERS.map((folder) => join(folder, 'clamd')).find((path) => existsSync(path));
}

/** Why the tests with a real clamd cannot run on this machine, or undefined. With `CI=true` they must run: it throws then. */
export function whyNoClamd(): string | undefined {
  if (program() !== undefined) return;
  const why = 'no clamd here (Debian: clamav-daemon)';
  if (process.env.CI === 'true') throw new Error(why);
  return why;
}

/** Starts it in a folder of its own, with a database of one signature. */
export async function startClamd(): Promise<Clamd> {
  const clamd = program();
  if (clamd === undefined) throw new Error('no clamd here');
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  await mkdir(join(folder, 'signatures'));
  const signature = `Test.Eicar:0:*:${Buffer.from(eicar()).toString('hex')}\n`;
  await writeFile(join(folder, 'signatures', 'test.ndb'), signature);
  const path = join(folder, 'clamd.ctl');
  const lines = [
    'Foreground yes',
    `LocalSocket ${path}`,
    `DatabaseDirectory ${join(folder, 'signatures')}`,
    'StreamMaxLength 1M',
    'MaxFileSize 512K',
    'AlertExceedsMax yes',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const child = spawn(clamd, ['--config-file', join(folder, 'clamd.conf')]);
  try {
    await readiness(child);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    path,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It speaks of its own checks last, when it listens. */
async function readiness({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<void> {
  const ready = Promise.withResolvers<void>();
  let said = '';
  for (const stream of [stdout, stderr]) {
    stream.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Self checking')) ready.resolve();
    });
  }
  stdout.on('close', () => ready.reject(new Error(`clamd ended: ${said}`)));
  await ready.promise;
}
