import type { ServerResponse } from 'node:http';

/** S3's own code and status, so that an uploader needs to know one set of answers. */
const STATUS = {
  AccessDenied: 403,
  BadDigest: 400,
  RequestTimeout: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidRange: 416,
  MethodNotAllowed: 405,
  NoSuchKey: 404,
  PreconditionFailed: 412,
} as const;

export type RefusalCode = keyof typeof STATUS;

/** Answers with S3's error document: a code, no message, and nothing of this machine. */
export function refuse(
  response: ServerResponse,
  code: RefusalCode,
  headers: { readonly [name: string]: string } = {},
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>\n`;
  response.writeHead(STATUS[code], {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
