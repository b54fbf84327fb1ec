import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../table.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { numberOf, textOf } from './sqlite-database.ts';

/** One write of one item of `main`. Ids grow in the order of commits and are never used twice. */
interface Change {
  readonly id: number;
  readonly before?: Item;
  readonly after?: Item;
}

/** The host's counterpart of the table's stream: written in the transaction of the write it tells of. */
export interface ChangeLog {
  /** Changes with a greater id, oldest first. */
  after(id: number, limit: number): readonly Change[];
  /** How far this consumer has come; 0 when it never came. */
  position(consumer: string): number;
  /** Up to here the consumer is done. Removes what every consumer is done with. */
  acknowledge(consumer: string, id: number): void;
}

/** @internal to the host: the change log with its writing side. */
export interface WritableChangeLog extends ChangeLog {
  /** Notes a write; JSON texts of the item before and after. Must run in the transaction of the write. */
  record(before: string | undefined, after: string | undefined): void;
}

/** The change log kept in this database. */
export function changeLog(database: SqliteDatabase): WritableChangeLog {
  const sql = (text: string) => database.prepare(text);
  return {
    record(before, after) {
      if (!isChange(before, after)) return;
      sql('INSERT INTO changes (before, after) VALUES (?, ?)').run(before ?? null, after ?? null);
    },
    after(id, limit) {
      const rows = sql('SELECT id, before, after FROM changes WHERE id > ? ORDER BY id LIMIT ?');
      return rows.all(id, limit).map((row) => ({
        id: numberOf(row.id),
        ...(row.before === null ? {} : { before: parseItem(textOf(row.before)) }),
        ...(row.after === null ? {} : { after: parseItem(textOf(row.after)) }),
      }));
    },
    position(consumer) {
      const row = sql('SELECT position FROM consumers WHERE name = ?').get(consumer);
      return row === undefined ? 0 : numberOf(row.position);
    },
    acknowledge(consumer, id) {
      database.transaction(() => {
        sql(
          `INSERT INTO consumers (name, position) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET position = max(position, excluded.position)`,
        ).run(consumer, id);
        sql('DELETE FROM changes WHERE id <= (SELECT min(position) FROM consumers)').run();
      });
    },
  };
}

/** An item out of its JSON text. */
export function parseItem(text: string): Item {
  return JSON.parse(text);
}

/** As a DynamoDB stream: nothing is told of a write that changed nothing. */
function isChange(before: string | undefined, after: string | undefined): boolean {
  if (before === after) return false;
  // The same members in another order make a text of the same length.
  if (before === undefined || after === undefined || before.length !== after.length) return true;
  return !isDeepStrictEqual(parseItem(before), parseItem(after));
}
