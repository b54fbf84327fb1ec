import type { Entry } from '../contest/entry.ts';
import type { EntryState } from '../contest/entry-state.ts';
import type { Position, Table } from '../platform/table.ts';
import { entrySchema } from './entry-schemas.ts';
import { readAll } from './items.ts';
import { indexes } from './keys.ts';
import { loadOutcomeHead } from './outcomes.ts';

/**
 * The entries of an edition, by state and then by age, a megabyte for each call and without what they handed in. The index may
 * be a moment behind, as every list.
 */
export async function* entriesOf(
  table: Table,
  editionId: string,
  state?: EntryState,
): AsyncGenerator<readonly Entry[], void, undefined> {
  let after: Position | undefined;
  do {
    const page = await table.query({
      index: 'gsi1',
      partition: indexes.entries(editionId),
      limit: 1000,
      ...(state === undefined ? {} : { sort: { beginsWith: `${state}#` } }),
      ...(after === undefined ? {} : { after }),
    });
    yield readAll(entrySchema, page.items);
    after = page.last;
  } while (after !== undefined);
}

/**
 * The entries a round is about: the eligible ones, of a later round those that came through `before`. Who is eligible stands
 * still once judging has begun, so a list is good enough.
 */
export async function loadRoundEntries(
  table: Table,
  editionId: string,
  before: string | undefined,
): Promise<readonly Entry[]> {
  const [eligible, head] = await Promise.all([
    allEligible(table, editionId),
    before === undefined ? undefined : loadOutcomeHead(table, editionId, before),
  ]);
  if (before === undefined) return eligible;
  const advanced = new Set(head?.advanced ?? []);
  return eligible.filter(({ entryId }) => advanced.has(entryId));
}

async function allEligible(table: Table, editionId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const page of entriesOf(table, editionId, 'eligible')) entries.push(...page);
  return entries;
}
