import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** A file of the pages as it is sent: what a browser takes decides which of them. */
export interface SiteFile {
  readonly type: string;
  readonly plain: Buffer;
  /** Absent for what does not get smaller. */
  readonly packed?: { readonly br: Buffer; readonly gzip: Buffer };
}

const types: { readonly [extension: string]: string | undefined } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** Every file of the built pages, by its path below the origin; undefined where they have not been built. */
export async function readSite(folder: string): Promise<ReadonlyMap<string, SiteFile> | undefined> {
  const names = await namesIn(folder);
  if (names === undefined) return undefined;
  const files = names.map(async (name) => [name, await siteFile(join(folder, name))] as const);
  return new Map(
    (await Promise.all(files)).map(([name, file]) => [`/${name.split(sep).join('/')}`, file]),
  );
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function siteFile(path: string): Promise<SiteFile> {
  const plain = await readFile(path);
  const type = types[extname(path)] ?? 'application/octet-stream';
  if (!/^text\/|svg/.test(type)) return { type, plain };
  return { type, plain, packed: { br: await packBrotli(plain), gzip: await packGzip(plain) } };
}
