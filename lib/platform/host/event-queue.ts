import { randomUUID } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { ContestEvent, Schedule } from '../events.ts';
import { scheduledMoment } from '../schedule-wish.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { numberOf, textOf } from './sqlite-database.ts';

/** After this many tries an event is put aside: with the pauses below, about an hour and a half. */
const TRIES = 8;
/** Pauses grow by four: 1 s, 4 s, 16 s, 1 min, 4 min, 17 min, 68 min. A mail relay may be away for an hour. */
const FIRST_PAUSE_MS = 1000;
const PAUSE_GROWTH = 4;

/** In `reaction`: not yet told to anybody. */
const EVERYBODY = '';

/** An event that waits for one reaction, or for all of them (`reaction` is then empty). */
export interface QueuedEvent {
  readonly id: number;
  readonly event: ContestEvent;
  readonly lane: string;
  readonly reaction: string;
  readonly attempts: number;
}

/** An event that was put aside after eight tries. */
interface DeadLetter extends QueuedEvent {
  /** What the last try said. */
  readonly error: string;
  /** ISO instant. */
  readonly diedAt: string;
}

/** Durable: what a call was told is on the disk when it returns. One deliverer per file. */
export interface EventQueue {
  /** Tells every reaction of it, soon. An event whose id still waits is not queued again. */
  enqueue(event: ContestEvent): void;
  readonly schedule: Schedule;
  /** Newest first. */
  deadLetters(limit: number): readonly DeadLetter[];
  /** Takes a dead letter up again, with eight new tries; false when there is none of this id. */
  revive(id: number): boolean;
  /** Calls the listener after something was queued; the answer stops that. */
  onEnqueue(listener: () => void): () => void;
  readonly delivery: DeliverySide;
}

/** What the deliverer works with. */
interface DeliverySide {
  /** Due events, the first of each lane, for these reactions or for all. */
  due(reactions: readonly string[], limit: number): readonly QueuedEvent[];
  /** When the next event of all is due, epoch milliseconds. */
  nextDueAt(): number | undefined;
  /** Whether a reaction has events of the lane before it, beside the one of this id. */
  isHeld(lane: string, reaction: string, besides: number | undefined): boolean;
  /** Puts an event behind what waits in its lane for this reaction. */
  hold(event: ContestEvent, reaction: string): void;
  /** A try failed: it comes again after a pause, or is put aside for good (`dead`). */
  failed(event: ContestEvent, reaction: string, attempts: number, error: string): 'retry' | 'dead';
  remove(id: number): void;
}

/** Events of one lane reach a reaction in order: the changes of an item, what befalls an object, a name's moments. */
export function laneOf(event: ContestEvent): string {
  switch (event.kind) {
    case 'item-changed': {
      const key = event.after ?? event.before;
      return JSON.stringify(['item', key?.pk, key?.sk]);
    }
    case 'object-stored':
    case 'object-scanned':
      return JSON.stringify(['object', event.key]);
    case 'due':
      return JSON.stringify(['due', event.name]);
  }
}

/** The durable queue in the host's database. `clock`: epoch milliseconds. */
export function openEventQueue(database: SqliteDatabase, clock: () => number): EventQueue {
  const listeners = new Set<() => void>();
  const sql = (text: string) => database.prepare(text);

  const insert = (event: ContestEvent, reaction: string, attempts: number, dueAt: number): void => {
    sql(
      `INSERT INTO queue (event, event_id, lane, reaction, attempts, due_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (event_id, reaction) DO NOTHING`,
    ).run(...columns(event), reaction, attempts, dueAt);
  };
  const announce = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    enqueue(event) {
      insert(event, EVERYBODY, 0, clock());
      announce();
    },
    schedule: {
      async at(name, instant) {
        const moment = scheduledMoment(name, instant);
        const event: ContestEvent = { kind: 'due', id: `due-${randomUUID()}`, name };
        database.transaction(() => {
          // Only the wish is replaced: a moment that came and failed for a reaction is no wish any more.
          sql('DELETE FROM queue WHERE lane = ? AND reaction = ?').run(laneOf(event), EVERYBODY);
          insert(event, EVERYBODY, 0, moment);
        });
        announce();
      },
    },
    deadLetters(limit) {
      const rows = sql('SELECT * FROM dead_letters ORDER BY id DESC LIMIT ?').all(limit);
      return rows.map((row) => ({
        ...queuedEvent(row),
        error: textOf(row['error']),
        diedAt: new Date(numberOf(row['died_at'])).toISOString(),
      }));
    },
    revive(id) {
      const isFound = database.transaction(() => {
        const row = sql('DELETE FROM dead_letters WHERE id = ? RETURNING *').get(id);
        if (row === undefined) return false;
        const { event, reaction } = queuedEvent(row);
        insert(event, reaction, 0, clock());
        return true;
      });
      announce();
      return isFound;
    },
    onEnqueue(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    delivery: {
      due(reactions, limit) {
        const rows = sql(
          `SELECT * FROM queue AS q
           WHERE due_at <= ? AND reaction IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
             SELECT 1 FROM queue AS e WHERE e.lane = q.lane AND e.reaction = q.reaction AND e.id < q.id)
           ORDER BY id LIMIT ?`,
        ).all(clock(), JSON.stringify([EVERYBODY, ...reactions]), limit);
        return rows.map(queuedEvent);
      },
      nextDueAt() {
        const dueAt = sql('SELECT min(due_at) AS due_at FROM queue').get()?.['due_at'];
        return typeof dueAt === 'number' ? dueAt : undefined;
      },
      isHeld(lane, reaction, besides) {
        const rows = sql('SELECT 1 FROM queue WHERE lane = ? AND reaction = ? AND id <> ? LIMIT 1');
        return rows.get(lane, reaction, besides ?? 0) !== undefined;
      },
      hold(event, reaction) {
        insert(event, reaction, 0, clock());
      },
      failed(event, reaction, attempts, error) {
        if (attempts < TRIES) {
          const pause = FIRST_PAUSE_MS * PAUSE_GROWTH ** (attempts - 1);
          sql(
            `INSERT INTO queue (event, event_id, lane, reaction, attempts, due_at)
             VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (event_id, reaction)
             DO UPDATE SET attempts = excluded.attempts, due_at = excluded.due_at`,
          ).run(...columns(event), reaction, attempts, clock() + pause);
          return 'retry';
        }
        sql('DELETE FROM queue WHERE event_id = ? AND reaction = ?').run(event.id, reaction);
        sql(
          `INSERT INTO dead_letters (event, event_id, lane, reaction, attempts, error, died_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ).run(...columns(event), reaction, attempts, error, clock());
        return 'dead';
      },
      remove(id) {
        sql('DELETE FROM queue WHERE id = ?').run(id);
      },
    },
  };
}

/** Columns `event`, `event_id` and `lane`. */
function columns(event: ContestEvent): readonly [string, string, string] {
  return [JSON.stringify(event), event.id, laneOf(event)];
}

function queuedEvent(row: { readonly [column: string]: SQLOutputValue }): QueuedEvent {
  const event: ContestEvent = JSON.parse(textOf(row['event']));
  return {
    id: numberOf(row['id']),
    event,
    lane: textOf(row['lane']),
    reaction: textOf(row['reaction']),
    attempts: numberOf(row['attempts']),
  };
}
