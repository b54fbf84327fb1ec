import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MayServe } from './front.ts';
import { splitTarget } from './request-target.ts';
import { readSite, type SiteFile } from './site-files.ts';

/** What the pages are told about this installation. */
export interface SiteSettings {
  readonly signIn: { readonly issuer: string; readonly clientId: string };
  /** Other origins the pages talk to: a provider of the office's own, an S3 server. */
  readonly talksTo: readonly string[];
}

/** First parts of the addresses that the pages draw themselves; CloudFront is told the same (lib/infra/page-addresses.ts). */
const drawn = /^\/(?:$|(?:editions|me|signed-in)(?:\/|$))/;

/**
 * The pages, from the folder they were built into: a file at its own path, the one document at every address that the
 * pages draw. Undefined where they have not been built.
 */
export async function createSite(
  folder: string,
  settings: SiteSettings,
): Promise<MayServe | undefined> {
  const files = await readSite(folder);
  const document = files?.get('/index.html');
  if (files === undefined || document === undefined) return undefined;
  const signIn: SiteFile = {
    type: 'application/json; charset=utf-8',
    plain: Buffer.from(JSON.stringify(settings.signIn)),
  };
  const policy = contentPolicy(settings.talksTo);

  const find = (path: string): SiteFile | undefined => {
    if (path === '/sign-in.json') return signIn;
    return drawn.test(path) ? document : files.get(path);
  };
  return async (request, response) => {
    const { url = '', method = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const { path } = splitTarget(url);
    const file = find(path);
    if (file === undefined) return false;
    const headers = {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A built file has a digest of its content in its name.
      'cache-control': path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    };
    send(request, response, file, headers);
    return true;
  };
}

/** The same as CloudFront sends (lib/infra/security-headers.ts). */
function contentPolicy(talksTo: readonly string[]): string {
  return [
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; worker-src 'self'",
    `connect-src ${["'self'", ...talksTo].join(' ')}`,
  ].join('; ');
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, plain, packed }: SiteFile,
  headers: { readonly [name: string]: string },
): void {
  const taken = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b`).test(taken),
  );
  const isPacked = encoding !== undefined && packed !== undefined;
  const bytes = isPacked ? packed[encoding] : plain;
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'content-length': bytes.length,
    vary: 'accept-encoding',
    ...(isPacked ? { 'content-encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
