import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitTarget } from './request-target.ts';
import { CLIENT_ID } from './sign-in/mint-token.ts';

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contest API</title><link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="icon" href="/docs/favicon-32x32.png"></head>
<body><div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>
`;

const START = `window.onload = () => {
  const ui = SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#ui',
    deepLinking: true,
    validatorUrl: null,
    oauth2RedirectUrl: location.origin + '/docs/oauth2-redirect.html',
  });
  ui.initOAuth({ clientId: '${CLIENT_ID}', scopes: 'openid email', usePkceWithAuthorizationCodeGrant: true });
};
`;

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** What of the package is served, with its type. */
const PACKAGE_FILES: { readonly [name: string]: string | undefined } = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': SCRIPT,
  'oauth2-redirect.html': HTML,
  'oauth2-redirect.js': SCRIPT,
  'favicon-32x32.png': 'image/png',
};

const HEADERS = {
  // The library sets style attributes; scripts come from files of this origin only.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/**
 * The API's documents: `/api/openapi.json` made by the function given, and pages to read and try it at `/docs`. False,
 * and nothing done, for any other path.
 */
export function createDocs(
  openapi: () => object,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const folder = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  let json: Buffer | undefined;

  async function find(path: string): Promise<{ type: string; bytes: Buffer } | undefined> {
    if (path === '/api/openapi.json') {
      json ??= Buffer.from(JSON.stringify(openapi()));
      return { type: 'application/json; charset=utf-8', bytes: json };
    }
    if (path === '/docs' || path === '/docs/') return { type: HTML, bytes: Buffer.from(PAGE) };
    if (path === '/docs/start.js') return { type: SCRIPT, bytes: Buffer.from(START) };
    const name = path.slice('/docs/'.length);
    const type = Object.hasOwn(PACKAGE_FILES, name) ? PACKAGE_FILES[name] : undefined;
    return type === undefined ? undefined : { type, bytes: await readFile(join(folder, name)) };
  }

  return async (request, response) => {
    const { url = '', method = '' } = request;
    const { path } = splitTarget(url);
    if (path !== '/api/openapi.json' && !/^\/docs(?:\/|$)/.test(path)) return false;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const found = await find(path);
    if (found === undefined) return false;
    const headers = { ...HEADERS, 'content-type': found.type };
    response.writeHead(200, { ...headers, 'content-length': found.bytes.length });
    response.end(method === 'HEAD' ? undefined : found.bytes);
    return true;
  };
}
