import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type Message = { readonly answer: unknown } | { readonly fault: string };

/** A bundled function in a process of its own. */
export interface LambdaProcess {
  /** Of the Node that runs it. */
  readonly version: unknown;
  /** Everything it wrote so far. */
  readonly output: () => { readonly log: string; readonly errors: string };
  /** One invocation; events and answers pass as JSON. @throws Error when the handler threw */
  call(event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Loads the bundle as Lambda does: CommonJS, only these variables, one event at a time. */
export async function startLambda(
  file: string,
  environment: { readonly [name: string]: string },
): Promise<LambdaProcess> {
  const child = fork(join(import.meta.dirname, 'lambda-child.ts'), [file], {
    env: { ...environment },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  });
  let log = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => {
    log += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the process has ended: ${errors}`);
  });
  ended.catch(() => {});
  const answer = async (): Promise<unknown> => {
    const [message]: Message[] = await Promise.race([once(child, 'message'), ended]);
    if (message === undefined || 'fault' in message) throw new Error(message?.fault);
    return message.answer;
  };
  return {
    version: await answer(),
    output: () => ({ log, errors }),
    async call(event) {
      const answered = answer();
      child.send(event as object);
      return await answered;
    },
    async stop() {
      child.kill();
      await ended.catch(() => {});
    },
  };
}
