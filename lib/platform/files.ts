/**
 * The files port: one bucket of objects. Two sides keep it: `aws/s3-files.ts` and `host/folder-files.ts`.
 * Every put makes a new version; a version never changes.
 */

export interface UploadRequest {
  /** Made by the server, never from a file name. */
  readonly key: string;
  readonly contentType: string;
  /** Exact bytes. */
  readonly size: number;
  /** Of the bytes, lower-case hex (64 digits). */
  readonly sha256: string;
  readonly expiresInSeconds: number;
}

/** What the uploader must send, once: this method, to this URL, with exactly these headers. */
export interface UploadTicket {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  /** ISO instant. */
  readonly expiresAt: string;
}

export interface StoredObject {
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly contentType: string;
  /** ISO instant. */
  readonly storedAt: string;
}

export interface LinkRequest {
  readonly key: string;
  readonly versionId: string;
  /** Shown by the browser's save dialog; sent as an RFC 6266 `attachment` with `filename*`. */
  readonly fileName: string;
  readonly contentType: string;
  readonly expiresInSeconds: number;
}

export interface Files {
  /** A URL for one PUT of exactly these bytes, refused if the key holds anything already. */
  ticket(request: UploadRequest): Promise<UploadTicket>;
  /** The object's newest version, or the one named; undefined when there is none. */
  head(key: string, versionId?: string): Promise<StoredObject | undefined>;
  /** The bytes of one version, streamed. @throws NoSuchObject */
  read(key: string, versionId: string): Promise<AsyncIterable<Uint8Array>>;
  /** Stores bytes of our own making, replacing what the key showed before. */
  put(
    key: string,
    bytes: Uint8Array,
    headers: { contentType: string; cacheControl?: string },
  ): Promise<StoredObject>;
  /** A URL that downloads one version for a short while, as an attachment and never cached. */
  link(request: LinkRequest): Promise<{ url: string; expiresAt: string }>;
  /** Keys that begin so, in byte order, at most 1,000. */
  list(prefix: string): Promise<readonly string[]>;
}

/** There is no object of this key, or no such version of it. */
export class NoSuchObject extends Error {
  override readonly name = 'NoSuchObject';
}
