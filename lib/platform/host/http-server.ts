import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemReply } from '../../http/problem-reply.ts';
import { hasCode } from './durable-write.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpServer {
  /** The port it got. */
  readonly port: number;
  /** Answers with this from now on; until then everything is 503. */
  serve(handler: Handler): void;
  /** Takes no new connection, lets what is under way finish for a few seconds, then cuts it off. May be asked twice. */
  close(): Promise<void>;
}

/** Something else listens there. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/** A dossier of 20 MB over a slow line takes minutes; heads and API bodies have their own, shorter times. */
const LONGEST_REQUEST_MS = 600_000;
const LONGEST_HEAD_MS = 10_000;
/**
 * Longer than a proxy keeps a connection (a minute, usually) and than a queue of requests is: with Node's five seconds, 300
 * judges who saved at once on a busy machine found connections gone on which their next request had just left.
 */
const LONGEST_IDLE_MS = 65_000;
const GRACE_MS = 3000;

/** Listens at once, so that the port is known before what it serves is opened. @throws PortInUse */
export async function listen(host: string, port: number): Promise<HttpServer> {
  let handler: Handler = (_, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-length': 0 }).end();
  };
  const server = createServer({
    requestTimeout: LONGEST_REQUEST_MS,
    headersTimeout: LONGEST_HEAD_MS,
    keepAliveTimeout: LONGEST_IDLE_MS,
  });
  server.on('request', (request, response) => handler(request, response));
  server.on('clientError', refuse);
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, host, () => listening.resolve());
  try {
    await listening.promise;
  } catch (cause) {
    if (hasCode(cause, ['EADDRINUSE'])) throw new PortInUse(`port ${port} is in use`, { cause });
    throw cause;
  }
  const address = server.address();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed.promise;
    clearTimeout(timer);
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => {
      handler = next;
    },
    async close() {
      closing ??= close();
      await closing;
    },
  };
}

/** What Node could not read as a request never reaches a handler. */
function refuse(error: Error, socket: Duplex): void {
  if (!socket.writable) return;
  const status = statusOf(error);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n`;
  if (status !== 431) {
    socket.end(`${head}Content-Length: 0\r\n\r\n`);
    return;
  }
  const found = {
    code: 'header-fields-too-large',
    facts: {},
    headers: {},
    isFault: false,
  } as const;
  const { headers, body } = problemReply(found, {
    requestId: randomUUID(),
    now: new Date().toISOString(),
  });
  const type = `Content-Type: ${headers['content-type']}\r\n`;
  socket.end(`${head}${type}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function statusOf(error: Error): 400 | 408 | 431 {
  if (hasCode(error, ['HPE_HEADER_OVERFLOW'])) return 431;
  return hasCode(error, ['ERR_HTTP_REQUEST_TIMEOUT']) ? 408 : 400;
}
