import { createServer, type Socket } from 'node:net';

/** How a clamd of the test answers a stream. */
export type ClamdBehaviour = (socket: Socket, bytes: Buffer) => void;

/** A server that speaks clamd's INSTREAM. */
export interface FakeClamd extends AsyncDisposable {
  readonly port: number;
  /** What was streamed to it, oldest first. */
  readonly streamed: readonly Buffer[];
  /** Sets how it answers from now on. */
  behave(next: ClamdBehaviour): void;
  /** From now on it says this as soon as a stream has begun, and listens no more. */
  interrupt(reply: string): void;
}

/** The reply that a real one gives, NUL and all. */
export const says =
  (reply: string): ClamdBehaviour =>
  (socket) =>
    void socket.end(`${reply}\0`);

/** Starts one on a port; it says that everything is fine until told otherwise. */
export async function startFakeClamd(port = 0): Promise<FakeClamd> {
  const streamed: Buffer[] = [];
  const sockets = new Set<Socket>();
  let behave = says('stream: OK');
  let interruption: string | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      if (interruption !== undefined) {
        socket.pause();
        socket.write(`${interruption}\0`);
        return;
      }
      received = Buffer.concat([received, piece]);
      const bytes = streamIn(received);
      if (bytes === undefined) return;
      received = Buffer.alloc(0);
      streamed.push(bytes);
      behave(socket, bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    streamed,
    behave(next) {
      behave = next;
    },
    interrupt(reply) {
      interruption = reply;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const COMMAND = Buffer.from('zINSTREAM\0');

/** The bytes between the command and the piece of no length, once it is there. */
function streamIn(received: Buffer): Buffer | undefined {
  if (received.length < COMMAND.length) return;
  if (!received.subarray(0, COMMAND.length).equals(COMMAND)) throw new Error('another command');
  const pieces: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return;
}
