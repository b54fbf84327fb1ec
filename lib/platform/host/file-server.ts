import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObjectKey } from '../object-key.ts';
import type { DownloadGrant, LinkSigner, UploadGrant } from './file-links.ts';
import { refuse } from './file-refusal.ts';
import { receiveUpload } from './receive-upload.ts';
import { sendDownload } from './send-download.ts';
import type { About, Draft, VersionStore } from './version-store.ts';

const LONGEST_DROPPED_BODY = 64 * 1024 * 1024;

interface FileServer {
  /** The path below which objects are, with both slashes: `/files/`. */
  readonly path: string;
  readonly signer: LinkSigner;
  readonly store: VersionStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly publishFirst: (
    draft: Draft,
    about: { key: string; contentType: string },
  ) => Promise<About | undefined>;
}

/**
 * Answers PUT, GET and HEAD of signed URLs; false, and nothing done, when the path is not below ours. An unsigned,
 * altered or expired URL is 403 whatever it names.
 */
export async function serveFile(
  server: FileServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.startsWith(server.path)) return false;
  // Never decoded: a key is written in characters that a URL does not escape.
  const key = path.slice(server.path.length);
  const parameters = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  try {
    await answer(server, key, parameters, request, response);
  } catch (error) {
    refuse(response, 'InternalError', { connection: 'close' });
    throw error;
  }
  return true;
}

async function answer(
  server: FileServer,
  key: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isObjectKey(key)) return refuse(response, 'AccessDenied');
  switch (request.method) {
    case 'PUT':
      return await put(server, key, query, request, response);
    case 'GET':
    case 'HEAD':
      return await get(server, key, query, request, response);
    default:
      return refuse(response, 'MethodNotAllowed', { allow: 'GET, HEAD, PUT', connection: 'close' });
  }
}

async function put(
  server: FileServer,
  key: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parameters = only(query, ['expires', 'signature']);
  const grant = parameters && uploadGrant(key, parameters.expires, request);
  const allowed =
    grant !== undefined &&
    server.signer.isUpload(grant, parameters?.signature ?? '') &&
    isBefore(server.clock(), grant.expires);
  if (!allowed) return refuse(response, 'AccessDenied', closeIfLong(request));
  await receiveUpload({
    grant,
    request,
    response,
    store: server.store,
    publishFirst: (draft, contentType) => server.publishFirst(draft, { key, contentType }),
  });
}

async function get(
  server: FileServer,
  key: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parameters = only(query, ['version', 'name', 'type', 'expires', 'signature']);
  if (parameters === undefined) return refuse(response, 'AccessDenied');
  const grant: DownloadGrant = {
    key,
    versionId: parameters.version,
    fileName: parameters.name,
    contentType: parameters.type,
    expires: parameters.expires,
  };
  const allowed =
    server.signer.isDownload(grant, parameters.signature) &&
    isBefore(server.clock(), grant.expires);
  if (!allowed) return refuse(response, 'AccessDenied');
  await sendDownload(grant, request, response, server.store);
}

/**
 * An uploader who came too late should see the answer, not a broken connection, so a body of usual length is read to its
 * end and dropped; nobody without a grant can make this server read more.
 */
function closeIfLong(request: IncomingMessage): { connection?: 'close' } {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  return length <= LONGEST_DROPPED_BODY ? {} : { connection: 'close' };
}

/** The signed headers as they came; undefined when one is missing. A different one makes another signature. */
function uploadGrant(
  key: string,
  expires: string,
  request: IncomingMessage,
): UploadGrant | undefined {
  const size = request.headers['content-length'];
  const contentType = request.headers['content-type'];
  const checksum = request.headers['x-amz-checksum-sha256'];
  const ifNoneMatch = request.headers['if-none-match'];
  if (size === undefined || contentType === undefined || ifNoneMatch === undefined) return;
  if (typeof checksum !== 'string') return;
  return { key, size, contentType, checksum, ifNoneMatch, expires };
}

/** Exactly these parameters, each once: what is not signed for is not looked past. */
function only<Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): Record<Name, string> | undefined {
  if (query.size !== names.length) return;
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = query.get(name);
    if (value === null) return;
    found[name] = value;
  }
  return isComplete(found, names) ? found : undefined;
}

function isComplete<Name extends string>(
  found: Partial<Record<Name, string>>,
  names: readonly Name[],
): found is Record<Name, string> {
  return names.every((name) => found[name] !== undefined);
}

function isBefore(now: number, expires: string): boolean {
  return /^\d{1,12}$/.test(expires) && now < Number(expires) * 1000;
}
