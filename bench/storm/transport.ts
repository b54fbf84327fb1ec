import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Nobody answered: the connection was refused or broke before the answer was whole. Nobody knows whether it was done. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What is sent; `fetch` would spend more of the shared processors than the host does. */
export interface Transport extends Disposable {
  readonly fetch: typeof globalThis.fetch;
  /** @throws Unreachable */
  readonly send: (url: string, sent: Sent) => Promise<{ status: number; body: Buffer }>;
}

interface Sent {
  readonly method: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** Connections that are kept, as many as are needed. */
export function openTransport(): Transport {
  const agent = new Agent({ keepAlive: true });
  const exchange = async (url: string, { method, headers = {}, body }: Sent) =>
    await new Promise<{ status: number; headers: OutgoingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        const failed = (cause: unknown) => reject(new Unreachable('no answer', { cause }));
        request(url, { method, headers, agent }, (response) => {
          const { statusCode: status = 0, headers: received } = response;
          buffer(response).then((bytes) => {
            resolve({ status, headers: received, body: bytes });
          }, failed);
        })
          .on('error', failed)
          .end(body);
      },
    );
  return {
    send: exchange,
    fetch: async (input, init = {}) => {
      const body = typeof init.body === 'string' ? init.body : undefined;
      const {
        status,
        headers,
        body: bytes,
      } = await exchange(String(input), {
        method: init.method ?? 'GET',
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(body === undefined ? {} : { body }),
      });
      const fields = Object.entries(headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      return new Response(new Uint8Array(bytes), { status, headers: fields });
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}
