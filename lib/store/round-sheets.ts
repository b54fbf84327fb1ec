import * as z from 'zod';
import type { Assignment } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Item, Page, Table } from '../platform/table.ts';
import { readOne } from './items.ts';
import { assignmentSchema, sheetSchema } from './judging-schemas.ts';
import { keys, sheetPartition, sheetShards } from './keys.ts';

/** The tasks of a round, in force or not, and its sheets. */
export interface RoundSheets {
  readonly assignments: readonly Assignment[];
  readonly sheets: readonly ScoreSheet[];
}

/**
 * The tasks and sheets of a round. Eight partitions, read in parallel, and then the entries: one that was
 * found ineligible after it was given to judges is nobody's task any more. Each page is let go of as soon as it is read: of
 * 50,000 sheets the items alone would take as much memory as all else together.
 */
export async function loadSheets(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<RoundSheets> {
  const { assignments, sheets } = await loadAllSheets(table, editionId, roundId);
  const entryIds = [...new Set(assignments.map(({ entryId }) => entryId))];
  const eligible = await loadEligible(table, editionId, entryIds);
  return { assignments: assignments.filter(({ entryId }) => eligible.has(entryId)), sheets };
}

/** The same also of entries that are out by now, for those who know the entries. */
export async function loadAllSheets(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<RoundSheets> {
  const partitions = Array.from({ length: sheetShards }, (_, shard) =>
    sheetPartition(editionId, roundId, shard),
  );
  const same = sharedTexts();
  const shards = await Promise.all(
    partitions.map((partition) => readShard(table, partition, same)),
  );
  return {
    assignments: shards.flatMap((shard) => shard.assignments),
    sheets: shards.flatMap(({ sheets }) => sheets),
  };
}

/** The rest of an entry, its texts above all, is neither looked at nor kept. */
const stateSchema = z.object({ entryId: z.string(), state: z.string() });

/** A read takes a hundred; so many are under way at once. */
const keysPerRead = 100;
const readsAtOnce = 10;

async function loadEligible(
  table: Table,
  editionId: string,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const eligible = new Set<string>();
  const read = async (ids: readonly string[]): Promise<void> => {
    const items = await table.getMany(ids.map((id) => keys.entry(editionId, id)));
    for (const item of items) {
      const entry = item && stateSchema.parse(item);
      if (entry?.state === 'eligible') eligible.add(entry.entryId);
    }
  };
  const parts: string[][] = [];
  for (let at = 0; at < entryIds.length; at += keysPerRead) {
    parts.push(entryIds.slice(at, at + keysPerRead));
  }
  for (let at = 0; at < parts.length; at += readsAtOnce) {
    await Promise.all(parts.slice(at, at + readsAtOnce).map(read));
  }
  return eligible;
}

/** Gives the first of equal texts each time: what five tasks of one entry say of it is kept once, not five times. */
function sharedTexts(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const first = texts.get(text);
    if (first !== undefined) return first;
    texts.set(text, text);
    return text;
  };
}

type Same = ReturnType<typeof sharedTexts>;

const sharedTask = (task: Assignment, same: Same): Assignment => ({
  ...task,
  ...sharedPlace(task, same),
  revisions: task.revisions.map(same),
  code: same(task.code),
  title: same(task.title),
  applicantName: same(task.applicantName),
  members: task.members.map(same),
});

const sharedSheet = (sheet: ScoreSheet, same: Same): ScoreSheet => ({
  ...sheet,
  ...sharedPlace(sheet, same),
});

const sharedPlace = ({ editionId, roundId, entryId, judgeId }: Place, same: Same): Place => ({
  editionId: same(editionId),
  roundId: same(roundId),
  entryId: same(entryId),
  judgeId: same(judgeId),
});

type Place = Pick<ScoreSheet, 'editionId' | 'roundId' | 'entryId' | 'judgeId'>;

async function readShard(table: Table, partition: string, same: Same): Promise<RoundSheets> {
  const assignments: Assignment[] = [];
  const sheets: ScoreSheet[] = [];
  const keep = (item: Item) =>
    item.sk.endsWith('#SHEET')
      ? sheets.push(sharedSheet(readOne(sheetSchema, item), same))
      : assignments.push(sharedTask(readOne(assignmentSchema, item), same));
  let page: Page | undefined;
  do {
    page = await table.query({
      partition,
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    for (const item of page.items) keep(item);
  } while (page.last !== undefined);
  return { assignments, sheets };
}
