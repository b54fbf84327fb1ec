import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { pinned } from './pinned.ts';

const ready = z.object({
  origin: z.string(),
  tokens: z.object({
    organiser: z.string(),
    secretary: z.string(),
    judge: z.string(),
    submitters: z.array(z.string()),
  }),
  seeded: z.object({ drafts: z.array(z.string()), judged: z.array(z.string()) }),
});

/** The running system in a process of its own, so that whoever measures does not share its thread. */
export type RunningHost = z.infer<typeof ready> & AsyncDisposable;

/** Starts it with a seeded contest. */
export async function startHost(entries: number, submitters: number): Promise<RunningHost> {
  const file = join(import.meta.dirname, 'host-process.ts');
  const [command, args] = pinned(process.execPath, [file, String(entries), String(submitters)]);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the host did not start'))),
  ]);
  return {
    ...ready.parse(JSON.parse(String(line))),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
