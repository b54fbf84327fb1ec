import type { IncomingMessage, ServerResponse } from 'node:http';
import { drawnPages } from '../../contract/page-addresses.ts';
import type { MayServe } from './front.ts';
import { splitTarget } from './request-target.ts';
import { findSite, type Packing, type SiteFile } from './site-files.ts';

/** What the pages are told about this installation. */
export interface SiteSettings {
  readonly signIn: { readonly issuer: string; readonly clientId: string };
  /** Other origins the pages talk to: a provider of the office's own, an S3 server. */
  readonly talksTo: readonly string[];
}

const drawn = new RegExp(drawnPages);

const encodings: readonly (readonly [Packing, string])[] = [
  ['br', 'br'],
  ['gz', 'gzip'],
];

/**
 * The pages, from the folder they were built into: a file at its own path, the one document at every address that the
 * pages draw. Undefined where they have not been built.
 */
export async function createSite(
  folder: string,
  settings: SiteSettings,
): Promise<MayServe | undefined> {
  const files = await findSite(folder);
  const document = files?.get('/index.html');
  if (files === undefined || document === undefined) return undefined;
  const signIn: SiteFile = {
    type: 'application/json; charset=utf-8',
    packed: [],
    read: () => Promise.resolve(Buffer.from(JSON.stringify(settings.signIn))),
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
    await send(request, response, file, {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A built file has a digest of its content in its name.
      'cache-control': path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
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

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, packed, read }: SiteFile,
  headers: { readonly [name: string]: string },
): Promise<void> {
  const taken = String(request.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
  const [packing, encoding] =
    encodings.find(([one, name]) => packed.includes(one) && taken.includes(name)) ?? [];
  const bytes = await read(packing);
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'content-length': bytes.length,
    vary: 'accept-encoding',
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
