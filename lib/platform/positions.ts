import type { ContestEvent } from './events.ts';

/** How far a watcher of a stream or a bucket has come, kept beside the queue of events and moved together with it. */
export interface Positions {
  get(name: string): string | undefined;
  /** Queues the events and notes the position: both or neither. */
  advance(name: string, position: string, events: readonly ContestEvent[]): void;
}
