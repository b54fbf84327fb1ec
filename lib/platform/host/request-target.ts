import type { IncomingMessage } from 'node:http';

/** The path and the query of a request target, undecoded. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path, query: mark < 0 ? '' : target.slice(mark + 1) };
}

/** The bytes of a request's headers on the wire. */
export function headerBytes(request: IncomingMessage): number {
  let bytes = 0;
  // Each line has ': ' and a line end beside its two texts.
  for (const text of request.rawHeaders) bytes += text.length + 2;
  return bytes;
}
