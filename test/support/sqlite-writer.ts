import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Action } from '../../lib/platform/table.ts';

/**
 * Run as a child by the kill test: transactions over several items, ledger rows and a counter, each told on
 * standard output once it is done. Arguments: the file, the first number to write.
 */
const [file, from] = process.argv.slice(2);
if (file === undefined || from === undefined) throw new Error('usage: sqlite-writer file from');
const table = openSqliteTable({ file });

for (let n = Number(from); ; n++) {
  const parts = Array.from({ length: 5 }, (_, part): Action => {
    // Larger than a page of the file, so that a torn write would show.
    const item = { pk: `n${n}`, sk: `${part}`, v: 1, filler: 'x'.repeat(3000) };
    return { kind: 'put', item, when: { absent: true } };
  });
  await table.write([
    ...parts,
    { kind: 'put', item: { pk: 'head', sk: 'head', v: n }, ...headCondition(n) },
    { kind: 'append', item: { pk: 'log', sk: String(n).padStart(8, '0'), v: 1 } },
  ]);
  await table.increment({ pk: 'counter', sk: 'n' }, 1);
  process.stdout.write(`${n}\n`);
}

function headCondition(n: number): { when: { absent: true } | { version: number } } {
  return { when: n === 1 ? { absent: true } : { version: n - 1 } };
}
