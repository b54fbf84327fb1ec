import * as z from 'zod';
import type { Action, Position, Table, Value } from '../platform/table.ts';

/** Who did what to what, when. Records are only ever added. */
export interface AuditRecord {
  /** When the request was received, ISO. */
  readonly at: string;
  readonly actorId: string;
  readonly operation: string;
  readonly requestId: string;
  /** `entry/<editionId>/<entryId>` and the like. */
  readonly subject: string;
  readonly detail?: { readonly [name: string]: Value };
}

export interface HistoryPage {
  readonly records: readonly AuditRecord[];
  /** Present when there may be more: pass it as `after`. It says nothing but a place in this subject's history. */
  readonly next?: string;
}

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(value),
    z.record(z.string(), value),
  ]),
);

const stored = z.object({
  at: z.string(),
  actorId: z.string(),
  operation: z.string(),
  requestId: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), value).exactOptional(),
});

/**
 * Adds a record to the ledger under its edition, or under the platform for what belongs to none. An act on several things has
 * a record in the history of each: `part` tells them apart, 0 is the act itself.
 */
export function appendAudit(record: AuditRecord, editionId: string | undefined, part = 0): Action {
  const sk = `${record.at}#${record.requestId}${part === 0 ? '' : `#${String(part).padStart(2, '0')}`}`;
  return {
    kind: 'append',
    item: {
      pk: partition(editionId ?? PLATFORM),
      sk,
      v: 1,
      gsi1pk: `SUBJECT#${record.subject}`,
      gsi1sk: sk,
      ...record,
    },
  };
}

/** What was done to a subject, oldest first. An index serves it, so the latest acts may lag behind. */
export async function listHistory(
  table: Table,
  subject: string,
  page: { readonly limit: number; readonly after?: string },
): Promise<HistoryPage> {
  const { items, last } = await table.query({
    table: 'ledger',
    index: 'gsi1',
    partition: `SUBJECT#${subject}`,
    limit: page.limit,
    ...(page.after === undefined ? {} : { after: positionOf(page.after, subject) }),
  });
  return {
    records: items.map((item) => stored.parse(item)),
    ...(last === undefined ? {} : { next: nextOf(last) }),
  };
}

/** Which records of an edition: at `from` or later, before `to`; all of them, or those of one subject. */
export interface TrailRange {
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  /** How many to look at, 1 to 1,000; a read also ends at a megabyte. */
  readonly limit: number;
  /** A `place` of an earlier page. */
  readonly after?: string;
}

export interface TrailPage {
  readonly acts: readonly { readonly place: string; readonly record: AuditRecord }[];
  readonly hasMore: boolean;
}

/** What was done in an edition, the newest first, in one read. With a subject an index serves it, which may lag behind. */
export async function listTrail(
  table: Table,
  editionId: string,
  { from, to, subject, limit, after }: TrailRange,
): Promise<TrailPage> {
  const pk = partition(editionId);
  const { items, last } = await table.query({
    table: 'ledger',
    ...(subject === undefined
      ? { partition: pk }
      : { index: 'gsi1', partition: `SUBJECT#${subject}` }),
    // An instant sorts before the records of that instant.
    sort: { between: [from, to] },
    direction: 'descending',
    limit,
    ...(after === undefined ? {} : { after: placeIn(after, pk, subject) }),
  });
  return {
    acts: items.map((item) => ({ place: nextOf(item), record: stored.parse(item) })),
    hasMore: last !== undefined,
  };
}

const placeIn = (place: string, pk: string, subject: string | undefined): Position =>
  subject === undefined
    ? { pk, sk: place.slice(place.indexOf('#') + 1) }
    : positionOf(place, subject);

const PLATFORM = 'platform';

const partition = (scope: string): string => `AUDIT#${scope}`;

/** `<scope>#<at>#<requestId>`: the keys of the last record less what the subject already says. */
function nextOf({ pk, sk }: Position): string {
  return `${pk.slice(partition('').length)}#${sk}`;
}

function positionOf(next: string, subject: string): Position {
  const scope = next.slice(0, next.indexOf('#'));
  const sk = next.slice(scope.length + 1);
  return { pk: partition(scope), sk, gsi1pk: `SUBJECT#${subject}`, gsi1sk: sk };
}
