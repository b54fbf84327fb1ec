import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOptions, entryOf } from '../../lib/infra/bundling.ts';
import { apiFunctions } from '../../lib/infra/function-shapes.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundled-lists-'));
const names = Object.values(apiFunctions).map(({ name }) => name);
const filesOf = (name: string) =>
  readdirSync(join(folder, name))
    .filter((file) => !file.endsWith('.ttf'))
    .toSorted();

beforeAll(async () => {
  for (const name of names) {
    await build({ ...bundleOptions(entryOf(name)), outfile: join(folder, name, 'index.js') });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the communes lie beside the bundles that ask for them', async () => {
  const withLists = names.filter((name) => filesOf(name).length > 1);
  expect(withLists.toSorted()).toEqual(['editions', 'registration']);
  for (const name of withLists) {
    const [list, ...others] = filesOf(name).filter((file) => file !== 'index.js');
    expect(others).toEqual([]);
    const text = readFileSync(join(folder, name, list ?? ''), 'utf8');
    expect(JSON.parse(text)).toEqual(await loadCommuneList());
    expect(readFileSync(join(folder, name, 'index.js'), 'utf8')).toContain(list);
  }
});

test.each(['editions', 'registration'])('a start of %s reads the bundle and no list', (name) => {
  const program = `require(process.argv[1]); console.log(JSON.stringify(Object.keys(require.cache)));`;
  const file = join(folder, name, 'index.js');
  const loaded = execFileSync(process.execPath, ['-e', program, file], {
    encoding: 'utf8',
    env: {},
  });
  expect(JSON.parse(loaded)).toEqual([file]);
});
