import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  /** The sender went away: there is nobody to answer. */
  | { readonly kind: 'aborted' };

const EMPTY: Body = { kind: 'whole', bytes: Buffer.alloc(0) };

/** Reads a request's body within a size and a time; never throws. */
export async function readBody(
  request: IncomingMessage,
  limits: { readonly bytes: number; readonly milliseconds: number },
): Promise<Body> {
  const length = request.headers['content-length'];
  if (length === undefined && request.headers['transfer-encoding'] === undefined) return EMPTY;
  if (Number(length) > limits.bytes) return tooLarge(request);
  return await new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end({ kind: 'too-slow' }), limits.milliseconds);
    const end = (body: Body): void => {
      clearTimeout(timer);
      request.removeListener('data', take);
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limits.bytes) end(tooLarge(request));
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => {
      const [only] = chunks;
      end({
        kind: 'whole',
        bytes: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks),
      });
    });
    request.once('error', () => end({ kind: 'aborted' }));
    request.once('close', () => end({ kind: 'aborted' }));
  });
}

/** A sender should see the answer, not a broken connection: so much more is read and dropped before it is cut. */
const MOST_DROPPED = 64 * 1024 * 1024;

function tooLarge(request: IncomingMessage): Body {
  let left = MOST_DROPPED;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  return { kind: 'too-large' };
}
