import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromAttributes } from '../../../lib/platform/aws/attribute-values.ts';
import { administratorOnHost, HELP } from '../../../lib/platform/host/administrator-on-host.ts';
import { openSqliteTable } from '../../../lib/platform/host/sqlite-table.ts';
import { loadAdministrator } from '../../../lib/store/editions.ts';
import { keys } from '../../../lib/store/keys.ts';

let folder = '';
const open = () => openSqliteTable({ file: join(folder, 'contest.sqlite') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'administrator-'));
  open().close();
});
afterEach(async () => await rm(folder, { recursive: true }));

test('an address granted in capitals is an administrator’s however the token writes it', async () => {
  expect(await administratorOnHost(folder, 'A@Example.vn')).toBe('a@example.vn');
  const table = open();
  const answers = ['a@example.vn', 'A@Example.vn', 'a@EXAMPLE.VN', 'b@example.vn'].map(
    async (email) => await loadAdministrator(table, email),
  );
  expect(await Promise.all(answers)).toEqual([true, true, true, false]);
  table.close();
});

test('the item the help gives for AWS is the one a grant makes', async () => {
  const item = fromAttributes(JSON.parse(/--item \\\n\s*'(.+)'/.exec(HELP)?.[1] ?? ''));
  await administratorOnHost(folder, 'quan-tri@example.vn');
  const table = open();
  expect(await table.get(keys.administrator('quan-tri@example.vn'))).toEqual(item);
  table.close();
});
