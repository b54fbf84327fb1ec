import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import { freePort } from '../../test/support/free-port.ts';
import { pinned } from '../host/pinned.ts';

const ready = z.object({
  origin: z.string(),
  administrator: z.string(),
  applicants: z.array(z.string()),
});

/** A host in a process of its own that can be killed and started again on the same folder and port. */
export interface KillableHost extends AsyncDisposable {
  readonly origin: string;
  /** Tokens, good for a quarter of an hour whatever becomes of the process. */
  readonly administrator: string;
  readonly applicants: readonly string[];
  /** What its clock says, epoch milliseconds. @throws Error once it could not be started again */
  readonly now: () => number;
  /** Sets its clock forward to this moment, epoch milliseconds. */
  setClock(moment: number): Promise<void>;
  /** `kill -9`, and a new process with the same clock; resolves when that one answers. Kills wait for each other. */
  kill(): Promise<void>;
  /** Lets it end in order. */
  stop(): Promise<void>;
  /** The faults that any of its processes logged. */
  readonly faults: readonly string[];
}

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly lines: Interface;
  readonly said: z.infer<typeof ready>;
}

/** Starts it on this folder with its clock at this moment (epoch milliseconds) and so many applicants signed in. */
export async function startKillableHost(
  dataFolder: string,
  at: { readonly moment: number; readonly applicants: number },
): Promise<KillableHost> {
  const port = await freePort();
  let ahead = at.moment - Date.now();
  const faults: string[] = [];
  const start = (applicants: number) =>
    launch([dataFolder, String(port), String(ahead), String(applicants)], faults);
  let running = await start(at.applicants);
  const { origin, administrator, applicants } = running.said;
  let lastKill = Promise.resolve();
  let failure: unknown;

  async function killOnce(): Promise<void> {
    const ended = once(running.child, 'exit');
    running.child.kill('SIGKILL');
    await ended;
    try {
      running = await start(0);
    } catch (error) {
      failure = error;
      throw error;
    }
  }

  async function stop(): Promise<void> {
    await lastKill.catch(() => undefined);
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  }

  return {
    origin,
    administrator,
    applicants,
    now() {
      // Whoever tries and tries again learns here that nobody will answer.
      if (failure !== undefined) throw failure;
      return Date.now() + ahead;
    },
    async setClock(moment) {
      await lastKill;
      const by = Math.round(moment - (Date.now() + ahead));
      const done = once(running.lines, 'line');
      running.child.stdin.write(`${by}\n`);
      await done;
      ahead += by;
    },
    async kill() {
      lastKill = lastKill.then(killOnce);
      await lastKill;
    },
    stop,
    faults,
    [Symbol.asyncDispose]: stop,
  };
}

async function launch(args: readonly string[], faults: string[]): Promise<Running> {
  const file = join(import.meta.dirname, '..', 'host', 'storm-process.ts');
  const [command, all] = pinned(process.execPath, [file, ...args]);
  const child = spawn(command, all, { stdio: ['pipe', 'pipe', 'pipe'] });
  createInterface(child.stderr).on('line', (line) => faults.push(line));
  // A command to a process that was killed meanwhile.
  child.stdin.on('error', () => undefined);
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() =>
      Promise.reject(new Error(`the host did not start:\n${faults.join('\n')}`)),
    ),
  ]);
  return { child, lines, said: ready.parse(JSON.parse(String(line))) };
}
