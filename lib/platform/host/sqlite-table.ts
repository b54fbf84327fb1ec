import { itemBytes } from '../item-size.ts';
import { checkQuery, isEmptyRange } from '../query-limits.ts';
import type { Action, Item, Key, Page, Query, Table, TableName } from '../table.ts';
import { ConditionFailed, LimitExceeded } from '../table.ts';
import { checkIncrement, checkKeys, checkWrite, keyOf } from '../table-limits.ts';
import { checkKey } from '../value-limits.ts';
import { conditionHolds } from './condition-holds.ts';
import type { ChangeLog } from './sqlite-changes.ts';
import { changeLog, parseItem } from './sqlite-changes.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { openDatabase, textOf } from './sqlite-database.ts';
import { openLaggingIndex } from './sqlite-lagging-index.ts';
import { readPage } from './sqlite-query.ts';

export interface SqliteTableOptions {
  /** Path of the file, made when missing; `:memory:` for none. */
  readonly file: string;
  /** How long a write waits for another process before it is Contention. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** Index queries see the table as it was that long ago, by `clock`. Default: as it is. */
  readonly indexLagMs?: number;
  /** Epoch milliseconds; for the lag alone. Default the system's. */
  readonly clock?: () => number;
}

/** The table on one machine, with the log of its changes and the database that both live in. */
export type SqliteTable = Table & {
  readonly changes: ChangeLog;
  readonly database: SqliteDatabase;
  /** Calls the listener after each commit that may have changed `main`; the answer stops that. */
  onWrite(listener: () => void): () => void;
  close(): void;
};

/** Opens the host's side of the table port: one SQLite file, durable at every answer. */
export function openSqliteTable(options: SqliteTableOptions): SqliteTable {
  const database = openDatabase(options.file, options.busyTimeoutMs);
  const changes = changeLog(database);
  const index =
    options.indexLagMs === undefined
      ? undefined
      : openLaggingIndex(database, options.indexLagMs, options.clock ?? Date.now);
  const listeners = new Set<() => void>();

  const read = (table: TableName, { pk, sk }: Key): string | undefined => {
    const row = database.prepare(`SELECT body FROM ${table} WHERE pk = ? AND sk = ?`).get(pk, sk);
    return row === undefined ? undefined : textOf(row.body);
  };

  const store = (table: TableName, item: Item, before: string | undefined): void => {
    const { pk, sk, gsi1pk, gsi1sk } = item;
    const body = JSON.stringify(item);
    const isIndexed = gsi1pk !== undefined && gsi1sk !== undefined;
    database
      .prepare(
        `INSERT INTO ${table} (pk, sk, gsi1pk, gsi1sk, bytes, body) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (pk, sk) DO UPDATE SET gsi1pk = excluded.gsi1pk, gsi1sk = excluded.gsi1sk,
           bytes = excluded.bytes, body = excluded.body`,
      )
      .run(pk, sk, isIndexed ? gsi1pk : null, isIndexed ? gsi1sk : null, itemBytes(item), body);
    if (table === 'main') changes.record(before, body);
  };

  const remove = ({ pk, sk }: Key, before: string | undefined): void => {
    database.prepare('DELETE FROM main WHERE pk = ? AND sk = ?').run(pk, sk);
    changes.record(before, undefined);
  };

  const apply = (action: Action, before: string | undefined): void => {
    if (action.kind === 'append') store('ledger', action.item, before);
    else if (action.kind === 'put') store('main', action.item, before);
    else if (action.kind === 'delete') remove(action.key, before);
  };

  const written = (keys: readonly Key[]): void => {
    if (index !== undefined) for (const { pk, sk } of keys) index.note(pk, sk);
    for (const listener of listeners) listener();
  };

  return {
    changes,
    database,
    async get(key, table = 'main') {
      checkKey(key);
      const body = read(table, key);
      return body === undefined ? undefined : parseItem(body);
    },
    async getMany(keys) {
      checkKeys(keys);
      return keys.map((key) => {
        const body = read('main', key);
        return body === undefined ? undefined : parseItem(body);
      });
    },
    async query(query: Query): Promise<Page> {
      checkQuery(query);
      if (isEmptyRange(query)) return { items: [] };
      const table = query.table ?? 'main';
      const isLate = index !== undefined && query.index !== undefined && table === 'main';
      return readPage(database, isLate ? index.catchUp() : table, query);
    },
    async write(actions) {
      checkWrite(actions);
      if (actions.length === 0) return;
      database.transaction(() => {
        const before = actions.map((action) =>
          read(action.kind === 'append' ? 'ledger' : 'main', keyOf(action)),
        );
        for (const [at, action] of actions.entries()) meets(action, at, before[at]);
        for (const [at, action] of actions.entries()) apply(action, before[at]);
      });
      written(actions.filter((action) => action.kind !== 'append').map(keyOf));
    },
    async increment(key, by) {
      checkIncrement(key, by);
      const n = database.transaction(() => {
        const before = read('main', key);
        const counted = counter(key, before, by);
        store('main', counted, before);
        return counted.n;
      });
      written([key]);
      return n;
    },
    onWrite(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: database.close,
  };
}

/** @throws ConditionFailed when the action may not be done on what stands there. */
function meets(action: Action, at: number, before: string | undefined): void {
  const when = action.kind === 'append' ? { absent: true as const } : action.when;
  if (when === undefined) return;
  const old = before === undefined ? undefined : parseItem(before);
  if (!conditionHolds(when, old)) throw new ConditionFailed(at, old);
}

function counter(key: Key, before: string | undefined, by: number): Item & { readonly n: number } {
  const old: Item = before === undefined ? { pk: key.pk, sk: key.sk, v: 0 } : parseItem(before);
  const from = old['n'] === undefined ? 0 : old['n'];
  const n = typeof from === 'number' ? from + by : Number.NaN;
  if (!Number.isSafeInteger(n)) throw new LimitExceeded('value', 'the counter is no safe integer');
  return { ...old, v: old.v + 1, n };
}
