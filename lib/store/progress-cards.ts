/** The cards that say how far the sheets of a round are. */
import * as z from 'zod';
import {
  type CardFacts,
  type CardTask,
  type ProgressCard,
  type TaskState,
  taskStates,
} from '../contest/progress.ts';
import type { Action, Item, Page, Table } from '../platform/table.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { read, readAll, replace, toItem } from './items.ts';
import { assignmentSchema, declarationSchema, sheetSchema } from './judging-schemas.ts';
import { keys, progressPartition } from './keys.ts';

/** An entry in a round. */
export interface ProgressPlace {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
}

/** A task is a word of its own, `judge state revision…`: thousands of cards are read at once. */
const taskSchema = z.string().transform((text): CardTask => {
  const [judgeId = '', state = '', ...revisions] = text.split(' ');
  return { judgeId, state: stateOf(state), revisions };
});

const stateOf = (text: string): TaskState => taskStates.find((one) => one === text) ?? 'none';

const cardSchema = z.object({
  sk: z.string(),
  code: z.string(),
  isEligible: z.boolean(),
  tasks: z.array(taskSchema),
  v: z.int(),
});

function readCard(item: Item): ProgressCard {
  const { sk: entryId, v: version, ...card } = cardSchema.parse(item);
  return { entryId, ...card, version };
}

/** The card over the one it was decided on. */
export function changedProgressCard(
  { editionId, roundId }: Pick<ProgressPlace, 'editionId' | 'roundId'>,
  { entryId, code, isEligible, tasks, version }: ProgressCard,
): Action {
  const texts = tasks.map(({ judgeId, state, revisions }) =>
    [judgeId, state, ...revisions].join(' '),
  );
  const key = keys.progress(editionId, roundId, entryId);
  return replace(toItem(key, { code, isEligible, tasks: texts, version })).action;
}

/** The card of an entry, and then the facts behind it: whoever changes a fact in between has an event of their own. */
export async function loadForProgress(
  table: Table,
  { editionId, roundId, entryId }: ProgressPlace,
): Promise<{ readonly before: ProgressCard | undefined; readonly facts: CardFacts }> {
  const card = await table.get(keys.progress(editionId, roundId, entryId));
  const { pk } = keys.assignment(editionId, roundId, entryId, '');
  const items = await readWhole(table, { partition: pk, sort: { beginsWith: `${entryId}#` } });
  const isSheet = (item: Item) => item.sk.endsWith('#SHEET');
  const assignments = readAll(
    assignmentSchema,
    items.filter((item) => !isSheet(item)),
  );
  const [entry, declarations] = await Promise.all([
    table.get(keys.entry(editionId, entryId)),
    getAll(
      table,
      assignments.map(({ judgeId }) => keys.declaration(editionId, entryId, judgeId)),
    ),
  ]);
  return {
    before: card && readCard(card),
    facts: {
      assignments,
      sheets: readAll(sheetSchema, items.filter(isSheet)),
      declarations: readAll(declarationSchema, declarations),
      entryState: read(entrySchema, entry)?.state,
    },
  };
}

/** In which of these rounds the entry has a card. */
export async function roundsWithCard(
  table: Table,
  { editionId, entryId }: Pick<ProgressPlace, 'editionId' | 'entryId'>,
  roundIds: readonly string[],
): Promise<readonly string[]> {
  const cards = await table.getMany(roundIds.map((id) => keys.progress(editionId, id, entryId)));
  return roundIds.filter((_, at) => cards[at] !== undefined);
}

/** All cards of a round, by entry id. */
export async function loadProgressCards(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<readonly ProgressCard[]> {
  const items = await readWhole(table, { partition: progressPartition(editionId, roundId) });
  return items.map(readCard);
}

/** A page of the cards of a round, by entry id. */
export async function loadProgressPage(
  table: Table,
  { editionId, roundId }: Pick<ProgressPlace, 'editionId' | 'roundId'>,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<{ readonly cards: readonly ProgressCard[]; readonly hasMore: boolean }> {
  const { items, last } = await table.query({
    partition: progressPartition(editionId, roundId),
    limit,
    ...(after === undefined ? {} : { after: keys.progress(editionId, roundId, after) }),
  });
  return { cards: items.map(readCard), hasMore: last !== undefined };
}

async function readWhole(
  table: Table,
  of: { readonly partition: string; readonly sort?: { readonly beginsWith: string } },
): Promise<Item[]> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      ...of,
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  return items;
}

const placeSchema = z.object({ editionId: z.string(), entryId: z.string() });
const roundPlaceSchema = placeSchema.extend({ roundId: z.string() });

/**
 * Whose card a change may concern: of one round where a task or a sheet was written, of any round where a declaration was, or
 * where an entry became eligible or no longer is. Undefined for all other changes.
 */
export function progressConcernedBy(
  before: Item | undefined,
  after: Item,
): (Omit<ProgressPlace, 'roundId'> & { readonly roundId?: string }) | undefined {
  if (after.pk.startsWith('SHEETS#')) return roundPlaceSchema.parse(after);
  if (after.pk.startsWith('DECLARED#')) return placeSchema.parse(after);
  if (after.sk !== 'ENTRY' || before === undefined) return undefined;
  const isEligible = ({ state }: Item) => state === 'eligible';
  return isEligible(before) === isEligible(after) ? undefined : placeSchema.parse(after);
}
