import * as z from 'zod';
import type { ConsentAct, ConsentRecord } from '../contest/consent-acts.ts';
import type { Entry } from '../contest/entry.ts';
import type { Plan } from '../contest/plan.ts';
import type { AwardedEntries } from '../contest/public-award.ts';
import type { Item, Page, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { digestOf } from './digest.ts';
import { loadSubmissions } from './entries.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { readAll, replace, stillAbsent, unchanged } from './items.ts';
import { consentPartition, keys } from './keys.ts';

/**
 * Acts in one item of the ledger. The most that one save can hold, twenty purposes of the startup and of fifty guardians,
 * lie in eleven items: far from the hundred actions of a transaction.
 */
const actsInPart = 100;

/** Whose acts, when. */
export interface ConsentsMade {
  readonly by: string;
  readonly at: string;
}

/**
 * Adds the acts to the ledger of the entry's consents, with what the texts said; nothing where nothing was given or taken
 * back. They stand under the version of the entry that they made: two saves of one millisecond keep their order.
 */
export function appendConsents(
  plan: Plan,
  { editionId, entryId, version }: Pick<Entry, 'editionId' | 'entryId' | 'version'>,
  acts: readonly ConsentAct[],
  { by, at }: ConsentsMade,
): Change[] {
  const hashes = new Map(
    plan.consents.map(({ purpose, version, text }) => [`${purpose} ${version}`, digestOf(text)]),
  );
  const told = acts.map((act) => {
    const textSha256 = hashes.get(`${act.purpose} ${act.version}`);
    return { ...act, ...(textSha256 === undefined ? {} : { textSha256 }) };
  });
  const parts = Array.from({ length: Math.ceil(told.length / actsInPart) }, (_, part) =>
    told.slice(part * actsInPart, (part + 1) * actsInPart),
  );
  return parts.map((part, index) => {
    const key = keys.consents(editionId, entryId, version, index + 1);
    return { action: { kind: 'append', item: { ...key, v: 1, by, at, acts: part } } };
  });
}

const stored = z.object({
  by: z.string(),
  at: z.string(),
  acts: z.array(
    z.object({
      purpose: z.string(),
      version: z.string(),
      textSha256: z.string().exactOptional(),
      act: z.enum(['given', 'withdrawn']),
      guardianOfMember: z.int().exactOptional(),
    }),
  ),
});

/** Every consent of an entry that was ever given or taken back, oldest first. */
export async function loadConsents(
  table: Table,
  editionId: string,
  entryId: string,
): Promise<readonly ConsentRecord[]> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      table: 'ledger',
      partition: consentPartition(editionId, entryId),
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  return items.flatMap(readConsents);
}

/** The acts that an item of the ledger of consents holds. */
export function readConsents(item: Item): ConsentRecord[] {
  const { by, at, acts } = stored.parse(item);
  return acts.map((act) => ({ ...act, by, at }));
}

/**
 * How many times a consent was withdrawn in the edition. A publication is saved only while this stands still, whatever
 * number of winners it names; read it before their entries.
 */
export async function loadWithdrawals(table: Table, editionId: string): Promise<number> {
  return (await table.get(keys.withdrawals(editionId)))?.v ?? 0;
}

/** One withdrawal more. */
export const countedWithdrawal = (editionId: string, before: number): Change =>
  replace({ ...keys.withdrawals(editionId), v: before + 1 });

/** Nobody has withdrawn a consent since. */
export function unchangedWithdrawals(editionId: string, count: number): Change {
  const key = keys.withdrawals(editionId);
  return count === 0 ? stillAbsent(key) : unchanged(key, count);
}

/** What those that get a prize had submitted, and their entries as they are now, by entry id, in one round of reads. */
export async function loadAwarded(
  table: Table,
  editionId: string,
  entryIds: readonly string[],
): Promise<AwardedEntries> {
  const [submissions, items] = await Promise.all([
    loadSubmissions(table, editionId, entryIds),
    getAll(
      table,
      entryIds.map((id) => keys.entry(editionId, id)),
    ),
  ]);
  const entries = readAll(entrySchema, items);
  return new Map(
    entries.flatMap((entry) => {
      const submission = submissions.get(entry.entryId);
      return submission ? [[entry.entryId, { submission, entry }] as const] : [];
    }),
  );
}
