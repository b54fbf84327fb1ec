import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Instead of fonts in node_modules, files beside the bundle. */
const bundledFonts = join(import.meta.dirname, 'bundled-fonts.ts');

/** pdfkit's ES module looks for files beside itself as soon as it is loaded; its CommonJS build only where it needs them: never. */
const pdfkit = join(root, 'node_modules', 'pdfkit', 'js', 'pdfkit.js');

const leftOut = join(import.meta.dirname, 'left-out.ts');

/**
 * Zod's settings, before its schemas are made: it then checks values as it goes, instead of writing a program for each
 * schema it meets and having it compiled. A cold start takes 20 to 30 ms less, a warm call as long as before.
 */
const withoutCompiling = 'globalThis.__zod_globalConfig={jitless:true};';

/** The file that exports a function's `handler`. */
export const entryOf = (name: string): string => join(root, 'functions', name, 'lambda.ts');

/**
 * How every function is bundled. Used as it stands by the stack and by the bundle tests, through esbuild's API:
 * NodejsFunction would translate it into command line flags, and what is tested would not be what is deployed.
 */
export const bundleOptions = (entry: string): BuildOptions => ({
  entryPoints: [entry],
  bundle: true,
  platform: 'node',
  target: 'node24',
  // CommonJS by measurement: an ESM bundle that imports node:http reads every export of it, which loads undici (~20 ms).
  format: 'cjs',
  // In CommonJS an `import()` of the SDK brings that cost back on the first call; this turns it into a require.
  supported: { 'dynamic-import': false },
  // The SDK's ESM build is shaken, its CommonJS build is kept whole.
  mainFields: ['module', 'main'],
  minify: true,
  banner: { js: withoutCompiling },
  // Read when first asked for, from a file beside the bundle: its 120 KB are no part of what a cold start compiles.
  loader: { '.list.json': 'copy', '.ttf': 'file' },
  alias: {
    '#font-files': bundledFonts,
    pdfkit,
    '@aws-sdk/credential-provider-node': leftOut,
    '@aws-sdk/endpoint-cache': leftOut,
    '@smithy/core/event-streams': leftOut,
    'brotli/decompress.js': leftOut,
    '@noble/ciphers/aes': leftOut,
  },
  legalComments: 'none',
  sourcemap: false,
  logLevel: 'warning',
  absWorkingDir: root,
});

const bundleInto = (name: string, folder: string): boolean => {
  buildSync({ ...bundleOptions(entryOf(name)), outfile: join(folder, 'index.js') });
  return true;
};

/** The bundled code of `functions/<name>/lambda.ts`, built on this machine. @throws Error when there is no such file */
export const bundledCode = (name: string): Code => {
  if (!existsSync(entryOf(name))) throw new Error(`functions/${name}/lambda.ts is missing`);
  return Code.fromAsset(join(root, 'functions', name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the type only: the local bundling below never declines.
      image: DockerImage.fromRegistry('unused'),
      local: { tryBundle: (folder) => bundleInto(name, folder) },
    },
  });
};
