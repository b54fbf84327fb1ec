import { expect, test } from 'vitest';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Query } from '../../lib/platform/table.ts';
import { type AuditRecord, appendAudit, listHistory } from '../../lib/store/audit.ts';

const record = (n: number, subject = 'entry/e1/x'): AuditRecord => ({
  at: `2026-05-04T03:00:00.00${n}Z`,
  actorId: 'lan',
  operation: 'editEntry',
  requestId: `request-${n}`,
  subject,
});

test('a record is kept in the ledger under its edition and its subject', async () => {
  const table = openSqliteTable({ file: ':memory:' });
  const detail = { points: 850, reasons: ['a', { b: null }], final: true };
  await table.write([appendAudit({ ...record(1), detail }, 'e1')]);
  const key = { pk: 'AUDIT#e1', sk: '2026-05-04T03:00:00.001Z#request-1' };
  expect(await table.get(key, 'ledger')).toEqual({
    ...key,
    v: 1,
    gsi1pk: 'SUBJECT#entry/e1/x',
    gsi1sk: key.sk,
    ...record(1),
    detail,
  });
});

test('a record is never replaced', async () => {
  const table = openSqliteTable({ file: ':memory:' });
  await table.write([appendAudit(record(1), 'e1')]);
  await expect(table.write([appendAudit(record(1), 'e1')])).rejects.toThrow('condition');
});

test('the history of a subject is read in pages, oldest first, and holds no other', async () => {
  const table = openSqliteTable({ file: ':memory:' });
  for (const n of [3, 1, 2]) {
    await table.write([appendAudit(record(n), 'e1'), appendAudit(record(n, 'entry/e1/y'), 'e2')]);
  }
  await table.write([appendAudit(record(4), undefined)]);
  const first = await listHistory(table, 'entry/e1/x', { limit: 2 });
  expect(first).toEqual({ records: [record(1), record(2)], next: expect.any(String) });
  const second = await listHistory(table, 'entry/e1/x', { limit: 2, after: first.next! });
  expect(second.records).toEqual([record(3), record(4)]);
  const third = await listHistory(table, 'entry/e1/x', { limit: 2, after: second.next! });
  expect(third).toEqual({ records: [] });
  expect(await listHistory(table, 'entry/e1/x', { limit: 9 })).toEqual({
    records: [record(1), record(2), record(3), record(4)],
  });
});

test('a page goes on after the keys of the last record, whatever partition that lies in', async () => {
  const table = openSqliteTable({ file: ':memory:' });
  await table.write([appendAudit(record(1), 'e1')]);
  await table.write([appendAudit(record(2), undefined)]);
  await table.write([appendAudit(record(3), 'e1')]);
  const asked: Query[] = [];
  const seen = {
    ...table,
    query: async (query: Query) => {
      asked.push(query);
      return await table.query(query);
    },
  };
  const { next } = await listHistory(seen, 'entry/e1/x', { limit: 2 });
  expect(await listHistory(seen, 'entry/e1/x', { limit: 2, after: next! })).toEqual({
    records: [record(3)],
  });
  const sk = '2026-05-04T03:00:00.002Z#request-2';
  expect(asked.map(({ after }) => after)).toEqual([
    undefined,
    { pk: 'AUDIT#platform', sk, gsi1pk: 'SUBJECT#entry/e1/x', gsi1sk: sk },
  ]);
});
