import type { Entry } from '../contest/entry.ts';
import type { Table } from '../platform/table.ts';
import { type HistoryPage, listHistory } from './audit.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { entrySchema } from './entry-schemas.ts';
import { read } from './items.ts';
import { keys } from './keys.ts';

/** A page of what happened to an entry, with the entry and what the caller is; all is read at once. */
export async function loadEntryHistory(
  table: Table,
  editionId: string,
  entryId: string,
  callerId: string,
  range: { readonly limit: number; readonly after?: string },
): Promise<
  Pick<EditionFacts, 'edition' | 'standing'> & {
    readonly entry: Entry | undefined;
    readonly page: HistoryPage;
  }
> {
  const [page, [edition, member, entry]] = await Promise.all([
    listHistory(table, `entry/${editionId}/${entryId}`, range),
    table.getMany([
      keys.edition(editionId),
      keys.member(editionId, callerId),
      keys.entry(editionId, entryId),
    ]),
  ]);
  return {
    ...editionFacts(edition, undefined, member),
    entry: read(entrySchema, entry),
    page,
  };
}
