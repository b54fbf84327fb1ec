import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { bundleOptions, entryOf } from '../../lib/infra/bundling.ts';

/** One function as one file. */
export interface Bundle {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

const typicalOf = (name: string): string =>
  join(import.meta.dirname, '..', 'typical', `${name}.ts`);

/** As `NodejsFunction` and every guide do it, with the SDK in the bundle: outside it starts later still. */
const typicalOptions = (entry: string): BuildOptions => ({
  entryPoints: [entry],
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  logLevel: 'warning',
});

/** One of ours, by the settings the stack uses. */
export const ourBundle = async (folder: string, name: string): Promise<Bundle> =>
  await bundled(folder, `our-${name}`, bundleOptions(entryOf(name)));

/** One of the typical stack. */
export const typicalBundle = async (folder: string, name: string): Promise<Bundle> =>
  await bundled(folder, `typical-${name}`, typicalOptions(typicalOf(name)));

/** What loads a bundle and calls it; bundled too, so that no TypeScript is read in the measured process. */
export const callerBundle = async (folder: string): Promise<Bundle> =>
  await bundled(folder, 'call-bundle', typicalOptions(join(import.meta.dirname, 'call-bundle.ts')));

async function bundled(folder: string, name: string, options: BuildOptions): Promise<Bundle> {
  const file = join(folder, `${name}.js`);
  await build({ ...options, outfile: file });
  // Not the lists and fonts that are copied beside it: a start does not load them.
  return { name, file, bytes: statSync(file).size };
}
