import type { Ownership } from '../contest/applicants.ts';
import type { Item, Table } from '../platform/table.ts';
import { ownershipSchema } from './applicants.ts';
import { loadTeammates } from './derived-conflicts.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { readAll } from './items.ts';
import { indexes, keys } from './keys.ts';

/** More editions than anybody enters. */
const allEditions = 1000;

/**
 * The accounts that are in one entry with this person in another edition, as those teams are now. One query (the index may be a
 * moment behind); where the person entered, one read of these entries and a query for each that has a team.
 */
export async function loadPastCompanions(
  table: Table,
  editionId: string,
  personId: string,
): Promise<ReadonlySet<string>> {
  const { items } = await table.query({
    index: 'gsi1',
    partition: indexes.person(personId),
    sort: { beginsWith: 'OWNER#' },
    limit: allEditions,
  });
  const past = readAll(ownershipSchema, items)
    .filter((one) => one.editionId !== editionId)
    .flatMap((one) => entriesOf(one).map((entryId): PastEntry => [one.editionId, entryId]));
  const [leads, marks] = parted(
    await getAll(
      table,
      past.flatMap((one) => [keys.entry(...one), keys.team(...one)]),
    ),
  );
  // Only who ever invited somebody has a team.
  const invited = new Set(marks.map(({ pk }) => pk));
  const teams = await Promise.all(
    past
      .filter((one) => invited.has(keys.team(...one).pk))
      .map(async (one) => await loadTeammates(table, ...one)),
  );
  const accounts = [
    ...readAll(entrySchema, leads).map(({ ownerId }) => ownerId),
    ...teams.flat().map((mate) => mate.personId),
  ];
  return new Set(accounts.filter((account) => account !== personId));
}

const entriesOf = ({ entryIds, withdrawnIds, shared }: Ownership): readonly string[] => [
  ...new Set([...entryIds, ...withdrawnIds, ...shared.map(({ entryId }) => entryId)]),
];

type PastEntry = readonly [editionId: string, entryId: string];

/** The entries, and the marks of those with a team. */
function parted(items: readonly Item[]): readonly [entries: Item[], marks: Item[]] {
  const isMark = ({ sk }: Item) => sk === keys.team('', '').sk;
  return [items.filter((item) => !isMark(item)), items.filter(isMark)];
}

/** The same of many judges, by judge id: a query for each, all at once. */
export async function loadPastCompanionsOf(
  table: Table,
  editionId: string,
  judgeIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const each = judgeIds.map(
    async (judgeId) => [judgeId, await loadPastCompanions(table, editionId, judgeId)] as const,
  );
  return new Map(await Promise.all(each));
}
