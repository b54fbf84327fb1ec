import type { ContestEvent, Reaction } from '../events.ts';
import type { EventQueue, QueuedEvent } from './event-queue.ts';
import { laneOf } from './event-queue.ts';
import type { Log } from './log.ts';
import { causeOf } from './log.ts';
import type { SqliteTable } from './sqlite-table.ts';

/** Reactions by name. A name is remembered with what failed: renaming one strands its retries. */
export interface Reactions {
  readonly [name: string]: Reaction;
}

export interface RoundParts {
  readonly table: Pick<SqliteTable, 'changes' | 'database'>;
  readonly queue: EventQueue;
  readonly reactions: Reactions;
  readonly log: Log;
  readonly reactionTimeoutMs: number;
}

/** The deliverer's name among the change log's consumers. */
const CONSUMER = 'delivery';
/** Events taken up at once; a round lasts as long as the slowest of them. */
const ROUND = 32;

/** One event for one reaction; `row` when it comes from that reaction's own retries. */
interface Job {
  readonly event: ContestEvent;
  readonly reaction: string;
  readonly attempts: number;
  readonly row?: number;
}

type Outcome =
  | { readonly job: Job; readonly result: 'done' }
  | { readonly job: Job; readonly result: 'held' }
  | { readonly job: Job; readonly result: 'failed'; readonly error: unknown };

/**
 * Takes up what waits, tells every reaction of it, and notes in ONE transaction what became of all of it.
 * A crash before that has the whole round told again. False when nothing was due.
 */
export async function deliverRound(parts: RoundParts): Promise<boolean> {
  const { changes } = parts.table;
  const names = Object.keys(parts.reactions);
  const queued = parts.queue.delivery.due(names, ROUND);
  const changed = changes.after(changes.position(CONSUMER), ROUND);
  if (queued.length === 0 && changed.length === 0) return false;

  const fresh = [
    ...queued.filter((row) => row.reaction === '').map((row) => row.event),
    ...changed.map(({ id, ...images }): ContestEvent => {
      return { kind: 'item-changed', id: `change-${id}`, ...images };
    }),
  ];
  const jobs = [
    ...queued.filter((row) => row.reaction !== '').map(retryOf),
    ...fresh.flatMap((event) => names.map((reaction): Job => ({ event, reaction, attempts: 0 }))),
  ];
  const lanes = Map.groupBy(jobs, (job) => JSON.stringify([job.reaction, laneOf(job.event)]));
  const outcomes = await Promise.all([...lanes.values()].map((lane) => runLane(parts, lane)));

  parts.table.database.transaction(() => {
    for (const outcome of outcomes.flat()) note(parts, outcome);
    for (const row of queued) if (row.reaction === '') parts.queue.delivery.remove(row.id);
    const last = changed.at(-1);
    if (last !== undefined) changes.acknowledge(CONSUMER, last.id);
  });
  return true;
}

function retryOf({ id, event, reaction, attempts }: QueuedEvent): Job {
  return { event, reaction, attempts, row: id };
}

/** The jobs of one reaction and lane, in order; after one failed the others wait behind it. */
async function runLane(parts: RoundParts, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const { delivery } = parts.queue;
  let isBlocked = false;
  for (const job of jobs) {
    // A retry comes first in its lane; a fresh event waits while others than that retry are before it.
    const isHeld = () => delivery.isHeld(laneOf(job.event), job.reaction, jobs[0]?.row);
    isBlocked ||= job.row === undefined && isHeld();
    const outcome: Outcome = isBlocked ? { job, result: 'held' } : await attempt(parts, job);
    isBlocked ||= outcome.result === 'failed';
    outcomes.push(outcome);
  }
  return outcomes;
}

async function attempt(parts: RoundParts, job: Job): Promise<Outcome> {
  const reaction = parts.reactions[job.reaction];
  if (reaction === undefined) return { job, result: 'done' };
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => timeout.reject(new Error('the reaction took too long')),
    parts.reactionTimeoutMs,
  );
  try {
    await Promise.race([reaction(job.event), timeout.promise]);
    return { job, result: 'done' };
  } catch (error) {
    return { job, result: 'failed', error };
  } finally {
    clearTimeout(timer);
  }
}

function note(parts: RoundParts, outcome: Outcome): void {
  const { delivery } = parts.queue;
  const { event, reaction, attempts, row } = outcome.job;
  if (outcome.result === 'held') delivery.hold(event, reaction);
  else if (outcome.result === 'done') {
    if (row !== undefined) delivery.remove(row);
  } else {
    const error = causeOf(outcome.error);
    const next = delivery.failed(event, reaction, attempts + 1, error);
    parts.log({
      level: next === 'dead' ? 'error' : 'warn',
      message: next === 'dead' ? 'event put aside' : 'event failed, comes again',
      reaction,
      kind: event.kind,
      event: event.id,
      attempts: attempts + 1,
      cause: error,
    });
  }
}
