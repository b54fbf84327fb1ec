import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import { Contention } from '../../lib/platform/table.ts';
import { tableContract } from './table-contract.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sqlite-table-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => path.join(folder, `${++files}.sqlite`);

tableContract('SQLite', async () => {
  const table = openSqliteTable({ file: newFile() });
  return { table, close: async () => table.close() };
});

const put = (sk: string, n: number, gsi1sk = sk) =>
  ({ kind: 'put', item: { pk: 'p', sk, v: n, gsi1pk: 'x', gsi1sk } }) as const;

describe('the SQLite table alone', () => {
  it('keeps what it was told when it is opened again', async () => {
    const file = newFile();
    const first = openSqliteTable({ file });
    await first.write([put('a', 1), { kind: 'append', item: { pk: 'p', sk: 'l', v: 1 } }]);
    first.close();
    const second = openSqliteTable({ file });
    expect(await second.get({ pk: 'p', sk: 'a' })).toEqual(put('a', 1).item);
    expect(await second.get({ pk: 'p', sk: 'l' }, 'ledger')).toEqual({ pk: 'p', sk: 'l', v: 1 });
    second.close();
  });

  it('is readable by its owner only', () => {
    const file = newFile();
    const table = openSqliteTable({ file });
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600);
    }
    table.close();
  });

  it('logs each change of main with before and after, in order, and nothing else', async () => {
    const table = openSqliteTable({ file: newFile() });
    await table.write([put('a', 1), { kind: 'append', item: { pk: 'p', sk: 'l', v: 1 } }]);
    await table.write([put('a', 1)]);
    await table.write([
      { kind: 'put', item: { gsi1sk: 'a', gsi1pk: 'x', v: 1, sk: 'a', pk: 'p' } },
    ]);
    await table.write([put('a', 2), put('b', 1)]);
    await expect(table.write([{ ...put('a', 9), when: { absent: true } }])).rejects.toThrow();
    await table.write([
      { kind: 'delete', key: { pk: 'p', sk: 'a' } },
      { kind: 'delete', key: { pk: 'p', sk: 'never' } },
      { kind: 'check', key: { pk: 'p', sk: 'b' }, when: { present: true } },
    ]);
    await table.increment({ pk: 'p', sk: 'n' }, 2);
    expect(table.changes.after(0, 100)).toEqual([
      { id: 1, after: put('a', 1).item },
      { id: 2, before: put('a', 1).item, after: put('a', 2).item },
      { id: 3, after: put('b', 1).item },
      { id: 4, before: put('a', 2).item },
      { id: 5, after: { pk: 'p', sk: 'n', v: 1, n: 2 } },
    ]);
    expect(table.changes.after(2, 2).map((change) => change.id)).toEqual([3, 4]);
    table.close();
  });

  it('forgets changes when every consumer is done with them, and never uses an id twice', async () => {
    const table = openSqliteTable({ file: newFile() });
    const ids = () => table.changes.after(0, 100).map((change) => change.id);
    await table.write([put('a', 1), put('b', 1), put('c', 1)]);
    table.changes.acknowledge('slow', 1);
    table.changes.acknowledge('fast', 3);
    expect(ids()).toEqual([2, 3]);
    table.changes.acknowledge('slow', 3);
    expect(ids()).toEqual([]);
    table.changes.acknowledge('slow', 2);
    expect(table.changes.position('slow')).toBe(3);
    expect(table.changes.position('never seen')).toBe(0);
    await table.write([put('a', 2)]);
    expect(ids()).toEqual([4]);
    table.close();
  });

  it('refuses to change or delete the ledger even by SQL', async () => {
    const table = openSqliteTable({ file: newFile() });
    await table.write([{ kind: 'append', item: { pk: 'p', sk: 'l', v: 1 } }]);
    for (const sql of ['UPDATE ledger SET body = body', 'DELETE FROM ledger']) {
      expect(() => table.database.prepare(sql).run()).toThrow('only ever added to');
    }
    table.close();
  });

  it('says Contention while another process writes, and goes on after it', async () => {
    const file = newFile();
    const table = openSqliteTable({ file, busyTimeoutMs: 20 });
    const other = openSqliteTable({ file });
    const blocked = other.database.transaction(() => table.write([put('a', 1)]));
    await expect(blocked).rejects.toBeInstanceOf(Contention);
    await table.write([put('a', 1)]);
    expect(await other.get({ pk: 'p', sk: 'a' })).toEqual(put('a', 1).item);
    table.close();
    other.close();
  });

  it('can serve its index late, and only its index', async () => {
    let now = 1000;
    const file = newFile();
    const before = openSqliteTable({ file });
    await before.write([put('old', 1)]);
    before.close();
    const table = openSqliteTable({ file, indexLagMs: 500, clock: () => now });
    const list = async () => {
      const page = await table.query({ partition: 'x', index: 'gsi1' });
      return page.items.map(({ sk, v }) => `${sk}${v}`);
    };
    await table.write([put('new', 1), put('old', 2)]);
    now = 1100;
    await table.write([{ kind: 'delete', key: { pk: 'p', sk: 'old' } }]);
    expect((await table.query({ partition: 'p' })).items.map(({ sk }) => sk)).toEqual(['new']);
    now = 1499;
    expect(await list()).toEqual(['old1']);
    now = 1500;
    expect(await list()).toEqual(['new1', 'old2']);
    now = 1600;
    expect(await list()).toEqual(['new1']);
    table.close();
  });
});
