import type { Entry } from '../contest/entry.ts';
import type { EntryState } from '../contest/entry-state.ts';
import type { Table } from '../platform/table.ts';
import { loadSubmissions } from './entries.ts';
import { entriesOf } from './entries-of-edition.ts';
import type { StoredSubmission } from './item-schemas.ts';

/** An entry with what was last handed in. */
export interface ExportedEntry {
  readonly entry: Entry;
  readonly submission?: StoredSubmission;
}

/** All entries of an edition, by state and then by age, with their last submissions, a hundred for each call. */
export async function loadForExport(
  table: Table,
  editionId: string,
  { state, most }: { readonly state?: EntryState; readonly most: number },
): Promise<readonly ExportedEntry[] | 'too-many'> {
  const entries: Entry[] = [];
  for await (const page of entriesOf(table, editionId, state)) {
    entries.push(...page);
    if (entries.length > most) return 'too-many';
  }

  const handedIn = entries.filter(({ submission }) => submission > 0);
  const ids = handedIn.map(({ entryId }) => entryId);
  const submissions = await loadSubmissions(table, editionId, ids);
  return entries.map((entry) => {
    const submission = submissions.get(entry.entryId);
    return submission === undefined ? { entry } : { entry, submission };
  });
}
