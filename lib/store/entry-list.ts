import type { Entry } from '../contest/entry.ts';
import type { EntryState } from '../contest/entry-state.ts';
import type { Table } from '../platform/table.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { entrySchema } from './entry-schemas.ts';
import { readAll } from './items.ts';
import { indexes, keys } from './keys.ts';

/**
 * A page of an edition's entries by state and then by age, with what the caller is. `after` is a position:
 * `state#entryId`.
 */
export async function listEntriesPage(
  table: Table,
  editionId: string,
  callerId: string,
  page: { readonly state?: EntryState; readonly after?: string; readonly limit: number },
): Promise<
  Pick<EditionFacts, 'edition' | 'standing'> & {
    readonly entries: readonly Entry[];
    /** A page of long entries ends before its limit. */
    readonly hasMore: boolean;
  }
> {
  const [{ items, last }, [edition, member]] = await Promise.all([
    table.query({
      index: 'gsi1',
      partition: indexes.entries(editionId),
      limit: page.limit,
      ...(page.state === undefined ? {} : { sort: { beginsWith: `${page.state}#` } }),
      ...(page.after === undefined ? {} : { after: entryPosition(editionId, page.after) }),
    }),
    table.getMany([keys.edition(editionId), keys.member(editionId, callerId)]),
  ]);
  return {
    ...editionFacts(edition, undefined, member),
    entries: readAll(entrySchema, items),
    hasMore: last !== undefined,
  };
}

function entryPosition(editionId: string, position: string) {
  const entryId = position.slice(position.indexOf('#') + 1);
  const { pk, sk } = keys.entry(editionId, entryId);
  return { pk, sk, gsi1pk: indexes.entries(editionId), gsi1sk: position };
}
