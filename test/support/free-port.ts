import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that an outgoing connection or `listen(0)` gets, and apart for each worker: nobody takes one meanwhile. */
const first = 20_000 + 2000 * (Number(process.env.VITEST_POOL_ID ?? 0) % 6);
let next = first + (process.pid % 1500);

/** A TCP port of 127.0.0.1 that is free. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next;
    next = next + 1 < first + 2000 ? next + 1 : first;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
