import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { pinned } from '../host/pinned.ts';

const ready = z.object({
  origin: z.string(),
  judges: z.array(z.object({ token: z.string(), entryId: z.string() })),
});

/** The running system with judges who have a sheet each to fill in. */
export type JudgingHost = z.infer<typeof ready> & AsyncDisposable;

/** Starts it in a process of its own. */
export async function startJudgingHost(judges: number): Promise<JudgingHost> {
  const file = join(import.meta.dirname, '..', 'host', 'judges-process.ts');
  const [command, args] = pinned(process.execPath, [file, String(judges)]);
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
