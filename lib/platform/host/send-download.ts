import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { attachmentDisposition } from '../content-disposition.ts';
import { readRange } from './byte-range.ts';
import { hasCode } from './durable-write.ts';
import type { DownloadGrant } from './file-links.ts';
import { refuse } from './file-refusal.ts';
import type { VersionStore } from './version-store.ts';

/** Sends one version, or the range asked for, to whoever holds a link that was found right. */
export async function sendDownload(
  grant: DownloadGrant,
  request: IncomingMessage,
  response: ServerResponse,
  store: VersionStore,
): Promise<void> {
  const about = await store.find(grant.key, grant.versionId);
  if (about === undefined) return refuse(response, 'NoSuchKey');
  const etag = `"${about.sha256}"`;
  const ifRange = request.headers['if-range'];
  const asked = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
  const range = readRange(asked, about.size);
  if (range === 'unsatisfiable') {
    return refuse(response, 'InvalidRange', { 'content-range': `bytes */${about.size}` });
  }
  const part = range === 'everything' ? { start: 0, end: about.size - 1 } : range;
  if (range !== 'everything') {
    response.setHeader('content-range', `bytes ${part.start}-${part.end}/${about.size}`);
  }
  response.writeHead(range === 'everything' ? 200 : 206, {
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-disposition': attachmentDisposition(grant.fileName),
    'content-length': part.end - part.start + 1,
    // Applicants' files must never run as pages of this origin, whatever a browser makes of them.
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': grant.contentType,
    'cross-origin-resource-policy': 'same-origin',
    etag,
    'last-modified': new Date(about.storedAt).toUTCString(),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD' || about.size === 0) {
    response.end();
    return;
  }
  await sendBytes(store.bytesPath(about), part, response);
}

/** A reader who goes away half-way is no fault. */
async function sendBytes(
  path: string,
  part: { start: number; end: number },
  response: ServerResponse,
): Promise<void> {
  try {
    await pipeline(createReadStream(path, part), response);
  } catch (error) {
    if (!hasCode(error, ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])) throw error;
  }
}
