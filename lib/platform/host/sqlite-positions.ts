import type { Positions } from '../positions.ts';
import type { EventQueue } from './event-queue.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

const TABLE =
  'CREATE TABLE IF NOT EXISTS positions (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT';

/** Positions in the host's database, where the queue is too. */
export function positionsIn(database: SqliteDatabase, queue: EventQueue): Positions {
  database.prepare(TABLE).run();
  return {
    get(name) {
      const at = database.prepare('SELECT at FROM positions WHERE name = ?').get(name)?.['at'];
      return typeof at === 'string' ? at : undefined;
    },
    advance(name, position, events) {
      database.transaction(() => {
        for (const event of events) queue.enqueue(event);
        const set = 'INSERT OR REPLACE INTO positions (name, at) VALUES (?, ?)';
        database.prepare(set).run(name, position);
      });
    },
  };
}
