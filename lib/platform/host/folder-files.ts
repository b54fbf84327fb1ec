import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Files, NoSuchObject, type StoredObject } from '../files.ts';
import { requireKeyPrefix, requireObjectKey } from '../object-key.ts';
import { uploadHeaders } from '../upload-headers.ts';
import { requireContentType, requireLinkRequest, requireUploadRequest } from '../upload-rules.ts';
import { createLinkSigner } from './file-links.ts';
import { serveFile } from './file-server.ts';
import { openAnnouncements, type StoredListener } from './stored-announcements.ts';
import { type About, type Draft, openVersionStore } from './version-store.ts';

export interface FolderFilesOptions {
  /** Made when it is not there; nothing else may write to it. */
  readonly folder: string;
  /** Where `serve` is reached from outside, without a closing slash: `https://contest.example/files`. */
  readonly baseUrl: string;
  /** Signs upload and download URLs; at least 32 bytes, kept over restarts. */
  readonly secret: Uint8Array;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
}

/** The files port on a folder, and the server its URLs lead to. */
export interface FolderFiles extends Files {
  /** Answers a request below `baseUrl`; false, and nothing done, for any other path. @throws after it answered 500 */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** One listener, told of every stored version at least once, also of those an earlier process left untold. */
  onStored(listener: StoredListener): Promise<void>;
}

const LONGEST_LIST = 1000;

/** Opens a folder as a bucket. Versions survive `kill -9` and power loss once a caller was told of them. */
export async function openFolderFiles(options: FolderFilesOptions): Promise<FolderFiles> {
  const { folder, baseUrl, clock = Date.now } = options;
  const signer = createLinkSigner(options.secret);
  const store = await openVersionStore(folder);
  const announcements = await openAnnouncements(join(folder, 'unannounced'), head);
  const path = `${new URL(baseUrl).pathname.replace(/\/$/, '')}/`;

  async function head(key: string, versionId?: string): Promise<StoredObject | undefined> {
    requireObjectKey(key);
    const about = await store.find(key, versionId);
    return about && storedObject(about);
  }

  /** Undefined when another took the place. */
  async function publish(
    draft: Draft,
    what: { key: string; contentType: string; cacheControl?: string },
    first: boolean,
  ): Promise<About | undefined> {
    const versionId = await store.nextVersionId(what.key, first);
    const storedAt = new Date(clock()).toISOString();
    const { size, sha256 } = draft;
    const about: About = { ...what, versionId, size, sha256, storedAt };
    const note = await announcements.intend(what.key, versionId);
    if (await store.publish(draft, about)) {
      await announcements.announce(note, storedObject(about));
      return about;
    }
    await announcements.forget(note);
    return;
  }

  async function publishFirst(draft: Draft, what: { key: string; contentType: string }) {
    const about = await publish(draft, what, true);
    if (about === undefined) await store.discard(draft);
    return about;
  }

  function expiry(seconds: number): { expires: string; expiresAt: string } {
    const expires = Math.floor(clock() / 1000) + seconds;
    return { expires: String(expires), expiresAt: new Date(expires * 1000).toISOString() };
  }

  return {
    async ticket(request) {
      requireUploadRequest(request);
      const headers = uploadHeaders(request);
      const { expires, expiresAt } = expiry(request.expiresInSeconds);
      const signature = signer.signUpload({
        key: request.key,
        size: String(request.size),
        contentType: request.contentType,
        checksum: headers['x-amz-checksum-sha256'],
        ifNoneMatch: '*',
        expires,
      });
      const url = `${baseUrl}/${request.key}?${new URLSearchParams({ expires, signature })}`;
      return { method: 'PUT', url, headers, expiresAt };
    },
    head,
    async read(key, versionId) {
      requireObjectKey(key);
      const about = await store.find(key, versionId);
      if (about === undefined) throw new NoSuchObject('no such version of this object');
      return createReadStream(store.bytesPath(about));
    },
    async put(key, bytes, headers) {
      requireObjectKey(key);
      requireContentType(headers.contentType);
      const draft = await store.receive(once(bytes));
      for (;;) {
        const about = await publish(draft, { key, ...headers }, false);
        if (about !== undefined) return storedObject(about);
      }
    },
    async link(request) {
      requireLinkRequest(request);
      const { key, versionId, fileName, contentType } = request;
      const { expires, expiresAt } = expiry(request.expiresInSeconds);
      const signature = signer.signDownload({ key, versionId, fileName, contentType, expires });
      const query = { version: versionId, name: fileName, type: contentType, expires, signature };
      return { url: `${baseUrl}/${key}?${new URLSearchParams(query)}`, expiresAt };
    },
    async list(prefix) {
      requireKeyPrefix(prefix);
      return (await store.keys(prefix)).slice(0, LONGEST_LIST);
    },
    async serve(request, response) {
      return await serveFile({ path, signer, store, clock, publishFirst }, request, response);
    },
    onStored: announcements.listen,
  };
}

function storedObject(about: About): StoredObject {
  const { key, versionId, size, contentType, storedAt } = about;
  return { key, versionId, size, contentType, storedAt };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
