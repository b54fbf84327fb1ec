import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** How a file of the pages is packed; the build has done it. */
export type Packing = 'br' | 'gz';

/** A file of the pages, by its path below the origin. */
export interface SiteFile {
  readonly type: string;
  readonly packed: readonly Packing[];
  /** Its bytes, packed or not. */
  readonly read: (packing?: Packing) => Promise<Buffer>;
}

const types: { readonly [extension: string]: string | undefined } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The files of the built pages by their path; undefined where they have not been built. */
export async function findSite(folder: string): Promise<ReadonlyMap<string, SiteFile> | undefined> {
  const names = await namesIn(folder);
  if (names === undefined) return undefined;
  const there = new Set(names);
  const own = names.filter((name) => !/\.(?:br|gz)$/.test(name));
  return new Map(
    own.map((name) => [`/${name.split(sep).join('/')}`, siteFile(folder, name, there)]),
  );
}

function siteFile(folder: string, name: string, there: ReadonlySet<string>): SiteFile {
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    packed: (['br', 'gz'] as const).filter((packing) => there.has(`${name}.${packing}`)),
    read: async (packing) =>
      await readFile(join(folder, packing === undefined ? name : `${name}.${packing}`)),
  };
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
