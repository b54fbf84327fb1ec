import type { SqliteDatabase } from './sqlite-database.ts';

/** A copy of `main` that follows it late, for index queries. */
export interface LaggingIndex {
  /** Notes that the item was written, to be seen by the index after the lag. */
  note(pk: string, sk: string): void;
  /** Brings the copy to where `main` was that long ago; the name of the table to read. */
  catchUp(): string;
}

/**
 * On AWS an index lags behind its table; this makes the host's lag too, so that a decision read from an
 * index fails in a test. The copy is a TEMP table of this connection: writes of others are not seen by it.
 */
export function openLaggingIndex(
  database: SqliteDatabase,
  lagMs: number,
  clock: () => number,
): LaggingIndex {
  const columns = 'pk, sk, gsi1pk, gsi1sk, bytes, body';
  database.prepare(`CREATE TEMP TABLE lagging AS SELECT ${columns} FROM main`).run();
  database.prepare('CREATE INDEX temp.lagging_gsi1 ON lagging (gsi1pk, gsi1sk, pk, sk)').run();
  database.prepare('CREATE INDEX temp.lagging_key ON lagging (pk, sk)').run();
  const read = database.prepare(`SELECT ${columns} FROM main WHERE pk = ? AND sk = ?`);
  const remove = database.prepare('DELETE FROM lagging WHERE pk = ? AND sk = ?');
  const add = database.prepare(`INSERT INTO lagging (${columns}) VALUES (?, ?, ?, ?, ?, ?)`);
  const pending: { readonly at: number; readonly apply: () => void }[] = [];

  return {
    note(pk, sk) {
      const row = read.get(pk, sk);
      const apply = () => {
        remove.run(pk, sk);
        if (row !== undefined) add.run(...Object.values(row));
      };
      pending.push({ at: clock() + lagMs, apply });
    },
    catchUp() {
      const now = clock();
      while (pending[0] !== undefined && pending[0].at <= now) pending.shift()?.apply();
      return 'lagging';
    },
  };
}
