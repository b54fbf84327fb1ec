import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Files, StoredObject } from '../files.ts';
import { isObjectKey } from '../object-key.ts';
import { splitTarget } from './request-target.ts';

/**
 * Published results and the pages behind certificates, as the CDN serves them on AWS: the object's key is the path. They are for everybody, and
 * revalidated on each view, so that a correction is seen at once.
 */
export async function serveResults(
  results: Files,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '', method = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' });
  const key = keyOf(splitTarget(url).path);
  const stored = key === undefined ? undefined : await results.head(key);
  if (stored === undefined) return refuse(response, 404);
  const etag = `"${stored.versionId}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headersOf(stored, etag)).end();
    return;
  }
  response.writeHead(200, { ...headersOf(stored, etag), 'content-length': stored.size });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(await results.read(stored.key, stored.versionId), response);
}

/** `/results/` shows `results/index.html`. */
function keyOf(path: string): string | undefined {
  const key = path.slice(1).replace(/\/$/, '/index.html');
  return isObjectKey(key) ? key : undefined;
}

function headersOf({ contentType }: StoredObject, etag: string): { [name: string]: string } {
  return {
    'content-type': contentType,
    'cache-control': 'public, no-cache',
    'content-security-policy':
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    etag,
  };
}

function refuse(
  response: ServerResponse,
  status: number,
  headers: { [name: string]: string } = {},
) {
  response.writeHead(status, { ...headers, 'content-length': 0, 'cache-control': 'no-store' });
  response.end();
}
