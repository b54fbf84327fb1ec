import type { LinkRequest, UploadRequest } from './files.ts';
import { requireObjectKey } from './object-key.ts';

const CONTENT_TYPE = /^[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; ?charset=[a-z0-9-]+)?$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
/** S3 signs for a week at most; nothing of ours lasts an hour. */
const LONGEST_GRANT_SECONDS = 3600;

/** @throws RangeError when a ticket for this must not be made: a fault of ours, not of the uploader's. */
export function requireUploadRequest(request: UploadRequest): void {
  requireObjectKey(request.key);
  requireContentType(request.contentType);
  requireSeconds(request.expiresInSeconds);
  if (!Number.isSafeInteger(request.size) || request.size < 1) throw new RangeError('no size');
  if (!SHA256_HEX.test(request.sha256)) throw new RangeError('not a SHA-256 in lower-case hex');
}

/** @throws RangeError as `requireUploadRequest` does. */
export function requireLinkRequest(request: LinkRequest): void {
  requireObjectKey(request.key);
  requireContentType(request.contentType);
  requireSeconds(request.expiresInSeconds);
}

/** A media type, in lower case, that is safe to sign and to send. @throws RangeError */
export function requireContentType(contentType: string): void {
  if (!CONTENT_TYPE.test(contentType)) throw new RangeError('not a content type');
}

function requireSeconds(seconds: number): void {
  const sound = Number.isSafeInteger(seconds) && seconds >= 1 && seconds <= LONGEST_GRANT_SECONDS;
  if (!sound) throw new RangeError('expiresInSeconds is not from 1 to 3,600');
}
