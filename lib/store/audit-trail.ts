import type { Role } from '../contest/refusal.ts';
import type { Table } from '../platform/table.ts';
import { listTrail, type TrailPage, type TrailRange } from './audit.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { memberSchema } from './item-schemas.ts';
import { readAll } from './items.ts';
import { keys } from './keys.ts';

/** A page of what was done in an edition, with what the caller is; both are read at once. */
export async function loadTrail(
  table: Table,
  editionId: string,
  callerId: string,
  range: TrailRange,
): Promise<Pick<EditionFacts, 'edition' | 'standing' | 'member'> & TrailPage> {
  const [page, [edition, member]] = await Promise.all([
    listTrail(table, editionId, range),
    table.getMany([keys.edition(editionId), keys.member(editionId, callerId)]),
  ]);
  return { ...editionFacts(edition, undefined, member), ...page };
}

interface Named {
  readonly personId: string;
  readonly name: string;
  readonly roles: Role[];
}

/** Who has or had a role, and the codes of entries: whatever these ids name. */
export async function loadNamed(
  table: Table,
  editionId: string,
  {
    personIds,
    entryIds,
  }: { readonly personIds: Iterable<string>; readonly entryIds: Iterable<string> },
): Promise<{ readonly people: Named[]; readonly entries: { entryId: string; code: string }[] }> {
  const [members, entries] = await Promise.all([
    getAll(
      table,
      [...new Set(personIds)].map((id) => keys.member(editionId, id)),
    ),
    getAll(
      table,
      [...new Set(entryIds)].map((id) => keys.entry(editionId, id)),
    ),
  ]);
  return {
    people: readAll(memberSchema, members).map(({ personId, name, roles }) => ({
      personId,
      name,
      roles: [...roles],
    })),
    entries: readAll(entrySchema, entries).map(({ entryId, code }) => ({ entryId, code })),
  };
}
