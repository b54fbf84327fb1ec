import type { Entry } from '../contest/entry.ts';
import type { EntryState } from '../contest/entry-state.ts';
import type { Position, Table } from '../platform/table.ts';
import { loadSubmissions } from './entries.ts';
import { entrySchema } from './entry-schemas.ts';
import type { StoredSubmission } from './item-schemas.ts';
import { readAll } from './items.ts';
import { indexes } from './keys.ts';

/** An entry with what was last handed in. */
export interface ExportedEntry {
  readonly entry: Entry;
  readonly submission?: StoredSubmission;
}

/**
 * All entries of an edition, by state and then by age, with their last submissions: a megabyte of entries for each call,
 * and a hundred submissions. The index may be a moment behind, as every list.
 */
export async function loadForExport(
  table: Table,
  editionId: string,
  { state, most }: { readonly state?: EntryState; readonly most: number },
): Promise<readonly ExportedEntry[] | 'too-many'> {
  const entries: Entry[] = [];
  let after: Position | undefined;
  do {
    const page = await table.query({
      index: 'gsi1',
      partition: indexes.entries(editionId),
      limit: 1000,
      ...(state === undefined ? {} : { sort: { beginsWith: `${state}#` } }),
      ...(after === undefined ? {} : { after }),
    });
    entries.push(...readAll(entrySchema, page.items));
    if (entries.length > most) return 'too-many';
    after = page.last;
  } while (after !== undefined);

  const handedIn = entries.filter(({ submission }) => submission > 0);
  const ids = handedIn.map(({ entryId }) => entryId);
  const submissions = await loadSubmissions(table, editionId, ids);
  return entries.map((entry) => {
    const submission = submissions.get(entry.entryId);
    return submission === undefined ? { entry } : { entry, submission };
  });
}
