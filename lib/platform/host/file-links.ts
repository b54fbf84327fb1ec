import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an upload URL allows: the URL carries `key` and `expires`, the request's headers carry the rest. */
export interface UploadGrant {
  readonly key: string;
  readonly size: string;
  readonly contentType: string;
  /** Base64, as in `x-amz-checksum-sha256`. */
  readonly checksum: string;
  readonly ifNoneMatch: string;
  /** Epoch seconds. */
  readonly expires: string;
}

/** What a download link allows; all of it is in the URL. */
export interface DownloadGrant {
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Epoch seconds. */
  readonly expires: string;
}

/** Makes and checks the signatures of this server's own URLs (HMAC-SHA256). */
export interface LinkSigner {
  signUpload(grant: UploadGrant): string;
  signDownload(grant: DownloadGrant): string;
  isUpload(grant: UploadGrant, signature: string): boolean;
  isDownload(grant: DownloadGrant, signature: string): boolean;
}

/** `secret`: at least 32 bytes. @throws RangeError when it is shorter */
export function createLinkSigner(secret: Uint8Array): LinkSigner {
  if (secret.length < 32) throw new RangeError('the secret of file links needs 32 bytes');

  /** JSON of a list of strings: no two grants give the same text. */
  function sign(parts: readonly string[]): string {
    return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
  }
  function signUpload(grant: UploadGrant): string {
    const { key, size, contentType, checksum, ifNoneMatch, expires } = grant;
    return sign(['PUT', key, size, contentType, checksum, ifNoneMatch, expires]);
  }
  function signDownload(grant: DownloadGrant): string {
    const { key, versionId, fileName, contentType, expires } = grant;
    return sign(['GET', key, versionId, fileName, contentType, expires]);
  }
  return {
    signUpload,
    signDownload,
    isUpload: (grant, signature) => isSame(signUpload(grant), signature),
    isDownload: (grant, signature) => isSame(signDownload(grant), signature),
  };
}

/** In a time that does not tell how much of it was right. */
function isSame(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
