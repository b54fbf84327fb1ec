import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What to do with a call instead of passing it on and its answer back. */
export type Fault =
  /** Answer so, without asking the server. */
  | { readonly status: number; readonly body: unknown }
  /** Ask the server, then break the connection before its answer arrives. */
  | 'lose-answer';

/** A DynamoDB endpoint in front of another one, with faults that the other one never shows. */
export interface FaultyEndpoint {
  readonly endpoint: string;
  /** Operations in the order they came, `PutItem` for one. */
  readonly operations: readonly string[];
  /** Faults for the next calls, in turn; then all is well again. */
  readonly faults: Fault[];
  stop(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startFaultyEndpoint(behind: string): Promise<FaultyEndpoint> {
  const operations: string[] = [];
  const faults: Fault[] = [];
  const passOn = async (request: IncomingMessage): Promise<Response> => {
    const { authorization = '', 'x-amz-target': target = '' } = request.headers;
    const { 'x-amz-date': date = '' } = request.headers;
    const headers = { authorization, 'x-amz-target': String(target), 'x-amz-date': String(date) };
    return await fetch(behind, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-amz-json-1.0' },
      body: await buffer(request),
    });
  };
  const server = createServer((request, response) => {
    operations.push(String(request.headers['x-amz-target']).split('.')[1] ?? '');
    const fault = faults.shift();
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    if (fault !== undefined && fault !== 'lose-answer') {
      request.resume();
      response.writeHead(fault.status, type).end(JSON.stringify(fault.body));
      return;
    }
    void passOn(request).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      if (fault === 'lose-answer') request.socket.destroy();
      else response.writeHead(answer.status, type).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    operations,
    faults,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
