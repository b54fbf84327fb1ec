import type { IncomingMessage } from 'node:http';

/**
 * The network address a request came from. What a client writes into X-Forwarded-For counts for nothing; behind a
 * proxy of ours the last entry is the proxy's own word.
 */
export function clientAddress(isBehindProxy: boolean): (request: IncomingMessage) => string {
  return (request) => {
    const peer = request.socket.remoteAddress ?? '';
    const forwarded = request.headers['x-forwarded-for'];
    if (!isBehindProxy || typeof forwarded !== 'string') return peer;
    return forwarded.split(',').at(-1)?.trim() || peer;
  };
}
