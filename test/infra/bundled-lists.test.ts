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

test('the communes lie beside the one bundle that asks for them', async () => {
  const withLists = names.filter((name) => filesOf(name).length > 1);
  expect(withLists).toEqual(['registration']);
  const [list, ...others] = filesOf('registration').filter((file) => file !== 'index.js');
  expect(others).toEqual([]);
  const text = readFileSync(join(folder, 'registration', list ?? ''), 'utf8');
  expect(JSON.parse(text)).toEqual(await loadCommuneList());
  expect(readFileSync(join(folder, 'registration', 'index.js'), 'utf8')).toContain(list);
});

test('a start reads the bundle and no list', () => {
  const program = `require(process.argv[1]); console.log(JSON.stringify(Object.keys(require.cache)));`;
  const file = join(folder, 'registration', 'index.js');
  const loaded = execFileSync(process.execPath, ['-e', program, file], {
    encoding: 'utf8',
    env: {},
  });
  expect(JSON.parse(loaded)).toEqual([file]);
});
