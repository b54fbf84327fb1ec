import type { UploadRequest } from './files.ts';

export type UploadHeaders = Readonly<
  Record<'content-type' | 'content-length' | 'x-amz-checksum-sha256' | 'if-none-match', string>
>;

/** The headers an uploader must send, on both sides alike; every one of them is signed for. */
export function uploadHeaders(request: UploadRequest): UploadHeaders {
  return {
    'content-type': request.contentType,
    'content-length': String(request.size),
    'x-amz-checksum-sha256': Buffer.from(request.sha256, 'hex').toString('base64'),
    'if-none-match': '*',
  };
}
