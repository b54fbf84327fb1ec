import { chmodSync } from 'node:fs';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { Contention } from '../table.ts';
import { SQLITE_SCHEMA } from './sqlite-schema.ts';

const SQLITE_BUSY = 5;

/** The host's one database, shared by the table, the change log and the event queue. */
export interface SqliteDatabase {
  /** The statement for this SQL, prepared once. */
  prepare(sql: string): StatementSync;
  /** All or nothing, durable when it returns; inside another one it is part of that. @throws Contention */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens or makes the file (`:memory:` for none), readable by its owner only. A commit is on the disk
 * when it returns (WAL, synchronous=FULL): an answer is sent after that, so `kill -9` and power loss cost nothing.
 */
export function openDatabase(file: string, busyTimeoutMs = 5000): SqliteDatabase {
  const db = new DatabaseSync(file, { timeout: busyTimeoutMs });
  // Before WAL: the -wal and -shm files are made with the mode of the file.
  if (file !== ':memory:') chmodSync(file, 0o600);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const statements = new Map<string, StatementSync>();

  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };

  const transaction = <T>(work: () => T): T => {
    if (db.isTransaction) return work();
    begin(db);
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  transaction(() => db.exec(SQLITE_SCHEMA));
  return { prepare, transaction, close: () => db.close() };
}

/** The text of a column. */
export function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError('expected text in the database');
  return value;
}

/** The number of a column. */
export function numberOf(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('expected a number in the database');
  return value;
}

function begin(db: DatabaseSync): void {
  try {
    // IMMEDIATE: a transaction that reads first and then cannot get the write lock would fail halfway.
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (isBusy(error)) throw new Contention('another process is writing', { cause: error });
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === SQLITE_BUSY;
}
