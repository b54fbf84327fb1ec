import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Position } from '../../lib/platform/table.ts';

const KILLS = 20;
const folder = mkdtempSync(path.join(tmpdir(), 'sqlite-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));
const writer = fileURLToPath(new URL('../support/sqlite-writer.ts', import.meta.url));

/** Lets a writer work for a moment and kills it; the last number it acknowledged (`from - 1` if none). */
async function writeAndKill(file: string, from: number, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [writer, file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
  });
  let last = from - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    // Between one acknowledgement and the next: a whole transaction is under way.
    if (last === from + acknowledged) setTimeout(() => child.kill('SIGKILL'), Math.random() * 2);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

describe('the SQLite table under kill -9', () => {
  // A second a kill on a busy machine: nearly all of it is the child's start.
  it('keeps every acknowledged transaction whole and shows no torn one', {
    timeout: 90_000,
  }, async () => {
    const file = path.join(folder, 'killed.sqlite');
    let written = 0;
    let counted = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const acknowledged = await writeAndKill(file, written + 1, kill % 5);
      const table = openSqliteTable({ file });
      const integrity = table.database.prepare('PRAGMA integrity_check').all();
      expect(integrity).toEqual([{ integrity_check: 'ok' }]);

      const head = await table.get({ pk: 'head', sk: 'head' });
      const n = head?.v ?? 0;
      // At most one transaction beyond what was acknowledged: the one whose line the kill cut off.
      expect([acknowledged, acknowledged + 1]).toContain(n);
      for (let each = written + 1; each <= n; each++) {
        const page = await table.query({ partition: `n${each}` });
        expect(page.items.map(({ sk }) => sk)).toEqual(['0', '1', '2', '3', '4']);
      }
      expect((await table.query({ partition: `n${n + 1}` })).items).toEqual([]);
      expect(await ledgerCount(table)).toBe(n);

      const counter = Number((await table.get({ pk: 'counter', sk: 'n' }))?.['n'] ?? 0);
      counted += acknowledged - written;
      // Per kill a counted step may be unacknowledged, and a transaction may be uncounted.
      expect(counter).toBeGreaterThanOrEqual(counted);
      expect(counter).toBeLessThanOrEqual(counted + kill + 1);

      // The change log tells of exactly what is there: six items a transaction and each step of the counter.
      const log = table.database.prepare('SELECT count(*) AS rows FROM changes').all();
      expect(log).toEqual([{ rows: 6 * n + counter }]);
      table.close();
      written = n;
    }
    expect(written).toBeGreaterThan(KILLS);
  });
});

async function ledgerCount(table: ReturnType<typeof openSqliteTable>): Promise<number> {
  let count = 0;
  let after: Position | undefined;
  do {
    const query = { table: 'ledger', partition: 'log', limit: 1000 } as const;
    const page = await table.query(after === undefined ? query : { ...query, after });
    count += page.items.length;
    after = page.last;
  } while (after !== undefined);
  return count;
}
