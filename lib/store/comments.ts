/** Comments of judges for the startups, and what organisers decided about them. */
import * as z from 'zod';
import { type Commented, type Moderation, moderationDecisions } from '../contest/moderation.ts';
import type { Assignment } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { getAll } from './get-all.ts';
import { read, readAll, replace, toItem, unchanged } from './items.ts';
import { assignmentSchema, sheetSchema } from './judging-schemas.ts';
import { commentPartition, keys } from './keys.ts';
import type { SheetPlace } from './sheet-acts.ts';

const string = z.string();

const moderationSchema: z.ZodType<Moderation> = z.object({
  editionId: string,
  roundId: string,
  entryId: string,
  judgeId: string,
  revision: z.int(),
  decision: z.enum(moderationDecisions),
  original: string,
  text: string.exactOptional(),
  reason: string.exactOptional(),
  by: string,
  at: string,
  version: z.int(),
});

const keyOf = ({ editionId, roundId, entryId, judgeId }: SheetPlace): Key =>
  keys.moderation(editionId, entryId, roundId, judgeId);

/** Sheet, task and decision of each of these places, at most 33, in one read. */
export async function loadCommented(
  table: Table,
  places: readonly SheetPlace[],
): Promise<readonly Commented[]> {
  const items = await table.getMany(places.flatMap((place) => [...sheetKeys(place), keyOf(place)]));
  return places.map((_, at) => ({
    sheet: read(sheetSchema, items[3 * at]),
    assignment: read(assignmentSchema, items[3 * at + 1]),
    moderation: read(moderationSchema, items[3 * at + 2]),
  }));
}

const sheetKeys = ({ editionId, roundId, entryId, judgeId }: SheetPlace): Key[] => [
  keys.sheet(editionId, roundId, entryId, judgeId),
  keys.assignment(editionId, roundId, entryId, judgeId),
];

/** All of one entry in one round: its sheets with their tasks, and what was decided about their comments. */
export async function loadEntryComments(
  table: Table,
  { editionId, roundId, entryId }: Omit<SheetPlace, 'judgeId'>,
): Promise<readonly Commented[]> {
  const { pk } = keys.assignment(editionId, roundId, entryId, '');
  const [{ items }, moderations] = await Promise.all([
    table.query({ partition: pk, sort: { beginsWith: `${entryId}#` }, limit: 1000 }),
    loadModerations(table, { editionId, entryId }, `${roundId}#`),
  ]);
  const isSheet = ({ sk }: Item) => sk.endsWith('#SHEET');
  return joined(
    readAll(sheetSchema, items.filter(isSheet)),
    readAll(
      assignmentSchema,
      items.filter((item) => !isSheet(item)),
    ),
    moderations,
  );
}

/** What was decided about the comments on an entry, in all rounds or in one. */
export async function loadModerations(
  table: Table,
  { editionId, entryId }: Pick<SheetPlace, 'editionId' | 'entryId'>,
  beginsWith = '',
): Promise<readonly Moderation[]> {
  const { items } = await table.query({
    partition: commentPartition(editionId, entryId),
    ...(beginsWith === '' ? {} : { sort: { beginsWith } }),
    limit: 1000,
  });
  return readAll(moderationSchema, items);
}

/** The comments that something was decided about, with their sheets as they are now. */
export async function loadDecided(
  table: Table,
  moderations: readonly Moderation[],
): Promise<readonly Commented[]> {
  const items = await getAll(table, moderations.flatMap(sheetKeys));
  const isSheet = ({ sk }: Item) => sk.endsWith('#SHEET');
  return joined(
    readAll(sheetSchema, items.filter(isSheet)),
    readAll(
      assignmentSchema,
      items.filter((item) => !isSheet(item)),
    ),
    moderations,
  );
}

function joined(
  sheets: readonly ScoreSheet[],
  assignments: readonly Assignment[],
  moderations: readonly Moderation[],
): Commented[] {
  const nameOf = ({ roundId, judgeId }: Pick<SheetPlace, 'roundId' | 'judgeId'>) =>
    `${roundId} ${judgeId}`;
  const tasks = new Map(assignments.map((one) => [nameOf(one), one]));
  const decided = new Map(moderations.map((one) => [nameOf(one), one]));
  return sheets.map((sheet) => ({
    sheet,
    assignment: tasks.get(nameOf(sheet)),
    moderation: decided.get(nameOf(sheet)),
  }));
}

/** A decision over the one it replaces, while the sheet is the one that was read. */
export function changedModeration(moderation: Moderation): Change[] {
  const { editionId, roundId, entryId, judgeId, revision } = moderation;
  return [
    replace(toItem(keyOf(moderation), moderation)),
    unchanged(keys.sheet(editionId, roundId, entryId, judgeId), revision),
  ];
}
