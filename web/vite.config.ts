import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** Packs each text once, here, so that a host need not do it when it starts. CloudFront packs by itself. */
function packed(): Plugin {
  let folder = '';
  return {
    name: 'packed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      for (const name of files.filter((file) => /\.(?:html|m?js|css|svg|txt)$/.test(file))) {
        const bytes = await readFile(join(folder, name));
        await writeFile(join(folder, `${name}.br`), await packBrotli(bytes));
        await writeFile(join(folder, `${name}.gz`), await packGzip(bytes));
      }
    },
  };
}

/** The pages, as static files: one small entry, a part for each role loaded when it is asked for. */
export default defineConfig({
  plugins: [packed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['chrome111', 'safari16', 'firefox115'],
    outDir: 'dist',
    emptyOutDir: true,
    // Data URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/oidc': 'http://127.0.0.1:8080' } },
});
