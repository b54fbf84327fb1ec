import type { Assignment } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Item, Page, Table } from '../platform/table.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { readAll } from './items.ts';
import { assignmentSchema, sheetSchema } from './judging-schemas.ts';
import { keys, sheetPartition, sheetShards } from './keys.ts';

/** The tasks of a round, in force or not, and its sheets. */
export interface RoundSheets {
  readonly assignments: readonly Assignment[];
  readonly sheets: readonly ScoreSheet[];
}

/**
 * The tasks and sheets of a round. Eight partitions, read in parallel, and then the entries: one that was
 * found ineligible after it was given to judges is nobody's task any more.
 */
export async function loadSheets(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<RoundSheets> {
  const { assignments, sheets } = await loadAllSheets(table, editionId, roundId);
  const eligible = await loadEligible(table, editionId, assignments);
  return { assignments: assignments.filter(({ entryId }) => eligible.has(entryId)), sheets };
}

/** The same also of entries that are out by now, for those who know the entries. */
export async function loadAllSheets(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<RoundSheets> {
  const shards = Array.from({ length: sheetShards }, (_, shard) =>
    readShard(table, sheetPartition(editionId, roundId, shard)),
  );
  const items = (await Promise.all(shards)).flat();
  const isSheet = (item: Item) => item.sk.endsWith('#SHEET');
  return {
    assignments: readAll(
      assignmentSchema,
      items.filter((item) => !isSheet(item)),
    ),
    sheets: readAll(sheetSchema, items.filter(isSheet)),
  };
}

async function loadEligible(
  table: Table,
  editionId: string,
  assignments: readonly Assignment[],
): Promise<ReadonlySet<string>> {
  const entryIds = [...new Set(assignments.map(({ entryId }) => entryId))];
  const entries = await getAll(
    table,
    entryIds.map((id) => keys.entry(editionId, id)),
  );
  return new Set(
    readAll(entrySchema, entries)
      .filter(({ state }) => state === 'eligible')
      .map(({ entryId }) => entryId),
  );
}

async function readShard(table: Table, partition: string): Promise<Item[]> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      partition,
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  return items;
}
