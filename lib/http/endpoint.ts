import type * as z from 'zod';
import type { Actor, Standing } from '../contest/standing.ts';
import type { Route } from '../contract/route.ts';
import type { Value } from '../platform/table.ts';
import type { Change } from '../store/change.ts';
import type { Services } from './services.ts';

/** What an endpoint gets: the request parsed, who calls, when it was received, and the way to save. */
export interface Call<R extends Route = Route> extends Services {
  readonly path: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  /** On a public route nobody: `personId` is empty. */
  readonly actor: Actor;
  /** When the gateway received the request, ISO with milliseconds. */
  readonly now: string;
  /** The version named by If-Match on routes that ask for one, else 0. */
  readonly ifMatch: number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /**
   * Lets the caller in when the route's audience allows this standing, else refuses. Every route that is
   * neither public nor signed-in-only must call it before it saves or answers: the shell refuses to go on otherwise.
   */
  readonly admit: (standing: Standing) => void;
  /**
   * The one write: the changes, the audit record and the idempotency record, all or nothing. A write saves exactly once; a
   * read may, to leave an audit record. What was saved is the answer: if this act was carried out before, or the facts
   * moved, the call does not come back from here.
   */
  readonly save: (outcome: Outcome<z.input<R['reply']>>) => Promise<z.input<R['reply']>>;
}

export interface Outcome<Reply> extends Recorded {
  readonly changes: readonly Change[];
  readonly reply: Reply;
  /** Other things that the same act was done to: each has a record in its own history. */
  readonly alsoTo?: readonly Recorded[];
}

/** What the audit trail says of an act. */
export interface Recorded {
  /** What was acted on: `entry/<editionId>/<entryId>`. */
  readonly subject: string;
  /** What else the audit record should say, such as the points of a revision. */
  readonly detail?: { readonly [name: string]: Value };
}

export interface Endpoint<R extends Route = Route> {
  readonly route: R;
  /** A method, so that endpoints of different routes fit one list. */
  run(call: Call<R>): Promise<z.input<R['reply']>>;
}

/** Joins a route of the table to what it does. */
export const endpoint = <R extends Route>(
  route: R,
  run: (call: Call<R>) => Promise<z.input<R['reply']>>,
): Endpoint<R> => ({ route, run });
