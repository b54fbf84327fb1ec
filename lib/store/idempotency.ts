import { deflateSync, inflateSync } from 'node:zlib';
import * as z from 'zod';
import type { Action, Item, Key, Table } from '../platform/table.ts';

/** How long the same key and request give the same answer. */
const KEPT_SECONDS = 72 * 60 * 60;

/** One act of one person: the key means nothing to anybody else, nor to another operation. */
export interface KeyedAct {
  readonly personId: string;
  readonly operation: string;
  /** The Idempotency-Key header. */
  readonly key: string;
}

/** What the act was answered the first time; `body` is the very text. */
export interface FirstAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

const kept = { requestHash: z.string(), status: z.int(), expiresAt: z.int() };
const stored = z.union([
  z.object({ ...kept, body: z.string() }),
  z
    .object({ ...kept, deflated: z.string() })
    .transform(({ deflated, ...rest }) => ({ ...rest, body: inflated(deflated) })),
]);

/** An item holds 400 KiB, and a proposal for thousands of entries is a megabyte: ids, which deflate to a fifth. */
const longestPlain = 100_000;

const bodyAsStored = (body: string): { readonly body: string } | { readonly deflated: string } =>
  body.length <= longestPlain ? { body } : { deflated: deflateSync(body).toString('base64') };

const inflated = (deflated: string): string =>
  inflateSync(Buffer.from(deflated, 'base64')).toString('utf8');

/** Where the record of an act is. */
const idempotencyKey = ({ personId, operation, key }: KeyedAct): Key => ({
  pk: `IDEMPOTENCY#${personId}#${operation}`,
  sk: key,
});

/**
 * The record of an act, to be written in the transaction of its effect: if one is there it fails and gives it back. `over` is
 * an expired record still lying there (deletion is lazy), which it then replaces. `now` is ISO.
 */
export function recordAnswer(act: KeyedAct, first: FirstAnswer, now: string, over?: Item): Action {
  const expiresAt = epochSeconds(now) + KEPT_SECONDS;
  const { body, ...rest } = first;
  const fields = { ...rest, ...bodyAsStored(body), at: now, expiresAt };
  const item = { ...idempotencyKey(act), v: (over?.v ?? 0) + 1, ...fields };
  return { kind: 'put', item, when: over === undefined ? { absent: true } : { version: over.v } };
}

/** The answer a stored record holds, or undefined when there is none or its time is over. */
export function firstAnswer(item: Item | undefined, now: string): FirstAnswer | undefined {
  if (item === undefined) return undefined;
  const { expiresAt, ...first } = stored.parse(item);
  return expiresAt <= epochSeconds(now) ? undefined : first;
}

/** The answer an act has had, read in one round trip. */
export const loadFirstAnswer = async (
  table: Table,
  act: KeyedAct,
  now: string,
): Promise<FirstAnswer | undefined> => firstAnswer(await table.get(idempotencyKey(act)), now);

function epochSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
