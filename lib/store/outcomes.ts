import * as z from 'zod';
import type { Outcome } from '../contest/outcome.ts';
import type { Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { canonicalJson, sha256Hex } from './digest.ts';
import { create, toItem } from './items.ts';
import { keys } from './keys.ts';
import { writeShares } from './shares.ts';

/** Characters of an outcome in one part: far below an item's 400 KB, whatever the letters. */
const partLength = 80_000;

const headSchema = z.object({
  digest: z.string(),
  parts: z.int(),
  advanced: z.array(z.string()),
});

/** What an approved outcome came to; the outcome itself lies in parts under its digest. */
export type OutcomeHead = z.output<typeof headSchema>;

/**
 * Writes an outcome's parts, and what of it each entry is told, under its digest, before the one transaction that makes it
 * the round's: a repeated or abandoned write harms nobody, for a digest names exactly one content.
 */
export async function writeOutcomeParts(
  table: Table,
  outcome: Outcome,
  digest: string,
): Promise<number> {
  const { editionId, roundId } = outcome;
  const text = canonicalJson(outcome);
  await writeShares(table, outcome, digest);
  let parts = 0;
  for (let at = 0; at < text.length; at += partLength) {
    parts += 1;
    const key = keys.outcomePart(editionId, roundId, digest, parts);
    const item = { ...key, v: 1, text: text.slice(at, at + partLength) };
    await table.write([{ kind: 'put', item }]);
  }
  return parts;
}

/** The head that makes written parts the round's outcome. */
export function newOutcome(outcome: Outcome, head: OutcomeHead): Change {
  return create(toItem(keys.outcome(outcome.editionId, outcome.roundId), head), 'reload');
}

/** The outcome is the round's no more; its parts stay under their digest. Saved with the round that it is taken from. */
export const voidedOutcome = ({
  editionId,
  roundId,
}: {
  readonly editionId: string;
  readonly roundId: string;
}): Change => ({ action: { kind: 'delete', key: keys.outcome(editionId, roundId) } });

/** The head of a round's approved outcome. */
export async function loadOutcomeHead(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<OutcomeHead | undefined> {
  const item = await table.get(keys.outcome(editionId, roundId));
  return item && headSchema.parse(item);
}

/** A round's approved outcome, put together from its parts. */
export async function loadOutcome(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<Outcome | undefined> {
  const head = await loadOutcomeHead(table, editionId, roundId);
  if (!head) return undefined;
  const numbers = Array.from({ length: head.parts }, (_, index) => index + 1);
  const texts = await Promise.all(
    numbers.map(async (n) => {
      const part = await table.get(keys.outcomePart(editionId, roundId, head.digest, n));
      return partSchema.parse(part).text;
    }),
  );
  const text = texts.join('');
  // What is published is what was approved, byte for byte, or nothing.
  if (sha256Hex(text) !== head.digest) throw new Error(`outcome of ${roundId} is not its digest`);
  const outcome: unknown = JSON.parse(text);
  if (!isOutcome(outcome)) throw new TypeError(`no outcome of ${editionId} ${roundId}`);
  return outcome;
}

const partSchema = z.object({ text: z.string() });

/** Our own canonical text, named by its digest: its shape is what it was when it was written. */
const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && 'rankings' in value;
