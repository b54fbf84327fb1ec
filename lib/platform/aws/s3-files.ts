import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { attachmentDisposition } from '../content-disposition.ts';
import { type Files, NoSuchObject, type StoredObject } from '../files.ts';
import { requireKeyPrefix, requireObjectKey } from '../object-key.ts';
import { uploadHeaders } from '../upload-headers.ts';
import { requireContentType, requireLinkRequest, requireUploadRequest } from '../upload-rules.ts';

export interface S3FilesOptions {
  /** With `requestChecksumCalculation: 'WHEN_REQUIRED'`: the default signs the CRC32 of an empty body into an upload URL. */
  readonly client: S3Client;
  /** Versioned. */
  readonly bucket: string;
  /** Signs the URLs, where outsiders reach the bucket under another name than we do. Default: `client`. */
  readonly signingClient?: S3Client;
  /** Where links lead, without a slash at the end: whatever stands there must ask S3 under the name the link is signed for. */
  readonly linkOrigin?: string;
  /** Epoch milliseconds; what URLs count their time from. */
  readonly clock?: () => number;
}

const SIGNED_HEADERS = [
  'content-type',
  'content-length',
  'host',
  'if-none-match',
  'x-amz-checksum-sha256',
];

/** The files port on a versioned S3 bucket. @throws what S3 throws, but for what the port names */
export function createS3Files(options: S3FilesOptions): Files {
  const { client, bucket, signingClient = client, linkOrigin, clock = Date.now } = options;

  async function head(key: string, versionId?: string): Promise<StoredObject | undefined> {
    requireObjectKey(key);
    try {
      const reply = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
      );
      return {
        key,
        versionId: required(reply.VersionId, 'a version: is the bucket versioned?'),
        size: required(reply.ContentLength, 'a length'),
        contentType: required(reply.ContentType, 'a content type'),
        storedAt: required(reply.LastModified, 'a time').toISOString(),
      };
    } catch (error) {
      if (isNamed(error, ['NotFound', 'NoSuchKey', 'NoSuchVersion'])) return;
      throw error;
    }
  }

  /** S3 counts in whole seconds from the signing date. */
  function validity(seconds: number) {
    const signingDate = new Date(Math.floor(clock() / 1000) * 1000);
    const expiresAt = new Date(signingDate.getTime() + seconds * 1000).toISOString();
    return { signing: { signingDate, expiresIn: seconds }, expiresAt };
  }

  return {
    async ticket(request) {
      requireUploadRequest(request);
      const headers = uploadHeaders(request);
      const { signing, expiresAt } = validity(request.expiresInSeconds);
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: request.key,
        ContentType: request.contentType,
        ContentLength: request.size,
        ChecksumSHA256: headers['x-amz-checksum-sha256'],
        IfNoneMatch: '*',
      });
      const url = await getSignedUrl(signingClient, command, {
        ...signing,
        signableHeaders: new Set(SIGNED_HEADERS),
        // As a header the uploader must send it; in the URL it would be a promise nobody keeps.
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      });
      return { method: 'PUT', url, headers, expiresAt };
    },
    head,
    async read(key, versionId) {
      requireObjectKey(key);
      try {
        const reply = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
        );
        return readable(reply.Body);
      } catch (error) {
        if (!isNamed(error, ['NoSuchKey', 'NoSuchVersion'])) throw error;
        throw new NoSuchObject('no such version of this object', { cause: error });
      }
    },
    async put(key, bytes, { contentType, cacheControl }) {
      requireObjectKey(key);
      requireContentType(contentType);
      const reply = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      );
      const stored = await head(
        key,
        required(reply.VersionId, 'a version: is the bucket versioned?'),
      );
      return required(stored, 'the object it had just stored');
    },
    async link(request) {
      requireLinkRequest(request);
      const { signing, expiresAt } = validity(request.expiresInSeconds);
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: request.key,
        VersionId: request.versionId,
        ResponseContentDisposition: attachmentDisposition(request.fileName),
        ResponseContentType: request.contentType,
        ResponseCacheControl: 'no-store',
      });
      const url = await getSignedUrl(signingClient, command, signing);
      return { url: linkOrigin === undefined ? url : ledBy(linkOrigin, url), expiresAt };
    },
    async list(prefix) {
      requireKeyPrefix(prefix);
      const reply = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1000 }),
      );
      return (reply.Contents ?? []).map(({ Key }) => required(Key, 'a key'));
    },
  };
}

/** The same path and query, letter by letter: both are signed. */
const ledBy = (origin: string, url: string): string =>
  `${origin}${url.slice(new URL(url).origin.length)}`;

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`S3 did not return ${what}`);
  return value;
}

/** The SDK types a body for browsers too. */
function readable(body: unknown): AsyncIterable<Uint8Array> {
  if (!isByteStream(body)) throw new Error('S3 did not return a stream');
  return body;
}

function isByteStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
