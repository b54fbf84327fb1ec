import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { ScanVerdict } from '../events.ts';
import type { ClamdAddress } from './clamd-address.ts';

/** What clamd said of some bytes. */
export interface ClamdReply {
  readonly verdict: ScanVerdict;
  /** Its own words, for the log: the name of what was found, or why it could not tell. */
  readonly text: string;
}

/** Less than what a reaction may take, so that the failure has a name. */
const LONGEST_SCAN_MS = 50_000;
const LONGEST_REPLY = 4096;
/** A piece's length stands before it in four bytes; no length ends it all. */
const END_OF_STREAM = Buffer.alloc(4);

/**
 * Has clamd look at a stream of bytes (clamd(8), INSTREAM). What it could not look at whole is not clean, whatever it says
 * of the rest. @throws Error when it is not there, breaks off or takes too long, and what the source throws: no verdict
 */
export async function scanStream(
  address: ClamdAddress,
  source: AsyncIterable<Uint8Array>,
  longestMs = LONGEST_SCAN_MS,
): Promise<ClamdReply> {
  const socket = connect(address);
  const tooLong = setTimeout(
    () => socket.destroy(new Error('clamd took too long')),
    longestMs,
  ).unref();
  try {
    const reply = replyFrom(socket);
    const sent = pipeline(framed(source), socket, { end: false });
    // Clamd may speak before all is sent: then the rest does not matter, nor that it no longer listens.
    const text = await Promise.race([reply, sent.then(() => reply)]);
    return { verdict: verdictOf(text), text };
  } finally {
    clearTimeout(tooLong);
    socket.destroy();
  }
}

async function* framed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of source) {
    // An empty piece would end the stream.
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length, 0);
    yield length;
    yield piece;
  }
  yield END_OF_STREAM;
}

/** The one reply, which ends with a NUL. */
async function replyFrom(socket: Socket): Promise<string> {
  const reply = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (piece: Buffer) => {
    text += piece.toString('latin1');
    const end = text.indexOf('\0');
    if (end >= 0) reply.resolve(text.slice(0, end));
    else if (text.length > LONGEST_REPLY) socket.destroy(new Error('clamd says too much'));
  });
  socket.on('error', reply.reject);
  socket.on('close', () => reply.reject(new Error('clamd broke off')));
  return await reply.promise;
}

function verdictOf(reply: string): ScanVerdict {
  if (reply === 'stream: OK') return 'NO_THREATS_FOUND';
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  // Not a threat but a confession: the file is larger than clamd was told to look at.
  if (found === undefined || found.startsWith('Heuristics.Limits.Exceeded')) return 'FAILED';
  return found.startsWith('Heuristics.Encrypted') ? 'UNSUPPORTED' : 'THREATS_FOUND';
}
