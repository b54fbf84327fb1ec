import type { IncomingMessage, ServerResponse } from 'node:http';
import { causeOf, type Log } from './log.ts';
import { both, html, page, sendPage } from './page.ts';
import { splitTarget } from './request-target.ts';

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** False, and nothing done, when it has nothing to do with the path. */
export type MayServe = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Everything of the one origin. */
export interface FrontParts {
  readonly origin: string;
  /** The port listened on, under which this machine may reach us by other names. */
  readonly port: number;
  /** A proxy of ours stands before us, and may call us by any of those names. */
  readonly isBehindProxy: boolean;
  /** Asked first. */
  readonly first: MayServe;
  /** By whole path: `/mailbox`. */
  readonly pages: ReadonlyMap<string, Serve>;
  /** By first segment: `api`. */
  readonly mounts: ReadonlyMap<string, Serve>;
  readonly log: Log;
}

/**
 * Sends each request of the one origin to the part that answers it. Only names of ours are answered: a page elsewhere
 * that had its own name point to this machine would be same-origin with us.
 */
export function createFront(
  parts: FrontParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { origin, port, log, isBehindProxy } = parts;
  const ours = new URL(origin).host;
  const aliases = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', headers } = request;
    const { path } = splitTarget(url);
    const host = headers.host?.toLowerCase() ?? '';
    const isOurs = host === ours;
    if (!isOurs && !aliases.has(host)) return empty(response, 421);
    const [, mount = ''] = path.split('/', 2);
    const isMisnamed = !isOurs && !isBehindProxy && isPage(mount, request);
    if (isMisnamed) return redirect(response, `${origin}${url}`);
    if (await parts.first(request, response)) return;
    const serve = parts.pages.get(path) ?? parts.mounts.get(mount) ?? nothingHere;
    await serve(request, response);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A reader who went away in the middle of a file is no fault.
      const isGone = response.destroyed || request.destroyed;
      if (!isGone) log({ level: 'error', message: 'a request failed', cause: causeOf(error) });
      if (response.headersSent) response.destroy();
      else empty(response, 500);
    });
  };
}

/** A page, unlike a call or a file, is kept at one name: its sign-in would not be known under another. */
function isPage(mount: string, request: IncomingMessage): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && mount !== 'api' && mount !== 'files';
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location, 'content-length': 0 }).end();
}

function empty(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store' }).end();
}

/** Answers that there is no such page. */
export async function nothingHere(_: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = html`<p>${both('Không có trang này.', 'There is no such page.')}</p>
<p><a href="/">Trang đầu · Start page</a></p>`;
  sendPage(response, 404, page({ vi: 'Không tìm thấy', en: 'Not found' }, body));
}
