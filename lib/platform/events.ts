import type { Item } from './table.ts';

/**
 * The events port: what happened, told to the event functions after the answer has left; at least once,
 * and in order per item. On AWS: the table's stream, S3's and GuardDuty's EventBridge events, EventBridge
 * Scheduler. On the host: the table's change log and a durable queue in the same SQLite file.
 */
export type ContestEvent =
  /** An item of `main` was written (`after`) or deleted (no `after`). */
  | {
      readonly kind: 'item-changed';
      readonly id: string;
      readonly before?: Item;
      readonly after?: Item;
    }
  /** An object arrived in the documents bucket. */
  | {
      readonly kind: 'object-stored';
      readonly id: string;
      readonly key: string;
      readonly versionId: string;
      readonly size: number;
    }
  /** The malware scanner spoke about one version of an object. */
  | {
      readonly kind: 'object-scanned';
      readonly id: string;
      readonly key: string;
      readonly versionId: string;
      readonly verdict: ScanVerdict;
    }
  /** A moment that was asked for with `Schedule.at` has come. */
  | { readonly kind: 'due'; readonly id: string; readonly name: string };

/** GuardDuty's words for a scan result. Anything but the first is not clean. */
export type ScanVerdict =
  | 'NO_THREATS_FOUND'
  | 'THREATS_FOUND'
  | 'UNSUPPORTED'
  | 'ACCESS_DENIED'
  | 'FAILED';

/** Reacts to one event. Throwing asks for it again; it may come twice, late and out of order. */
export type Reaction = (event: ContestEvent) => Promise<void>;

export interface Schedule {
  /**
   * Asks for a `due` event of this name, not before the instant (ISO). Asking again under a name replaces
   * the earlier wish. Precision: a minute on AWS, a second on the host. `name`: `[A-Za-z0-9._-]{1,64}`.
   */
  at(name: string, instant: string): Promise<void>;
}
