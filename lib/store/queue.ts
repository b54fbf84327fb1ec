import type { Edition } from '../contest/edition.ts';
import type { Member } from '../contest/people.ts';
import { type Assignment, type Declaration, isAssigned, type Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Item, Position, Table } from '../platform/table.ts';
import { editionFacts } from './editions.ts';
import { read, readAll } from './items.ts';
import {
  assignmentSchema,
  declarationSchema,
  roundSchema,
  sheetSchema,
} from './judging-schemas.ts';
import { indexes, keys } from './keys.ts';
import { readPlan } from './plans.ts';

/** One task of a judge, with what the judge has said and begun. */
export interface QueueTask {
  readonly task: Assignment;
  readonly declaration: Declaration | undefined;
  readonly sheet: ScoreSheet | undefined;
}

/** At most four rounds, each with a task and a sheet, and one declaration: items of one entry in the index. */
const itemsPerEntry = 9;

/** A page of a judge's tasks in force, whole entries at a time. `after` and `next` are entry ids. */
export async function loadQueuePage(
  table: Table,
  editionId: string,
  judgeId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<{
  readonly edition: Edition | undefined;
  readonly member: Member | undefined;
  readonly tasks: readonly QueueTask[];
  readonly next: string | undefined;
}> {
  // One more than fills the page: so its last entry is known to be whole.
  const limit = page.limit * itemsPerEntry + 1;
  const [{ items, last }, [edition, member, plan]] = await Promise.all([
    table.query({
      index: 'gsi1',
      partition: indexes.queue(editionId, judgeId),
      // Past everything of the entry the page before ended with: `~` follows `#` and all we write behind it.
      ...(page.after === undefined ? {} : { sort: { between: [`${page.after}~`, '~'] } }),
      limit,
    }),
    table.getMany([keys.edition(editionId), keys.member(editionId, judgeId), keys.plan(editionId)]),
  ]);
  const rounds = await loadRounds(table, editionId, plan);
  const entryIds = [...new Set(items.map(entryOf))];
  // The page may end in the middle of an entry: that one is left for the next page.
  const whole = last === undefined ? entryIds : entryIds.slice(0, -1);
  const shown = whole.slice(0, page.limit);
  return {
    ...editionFacts(edition, undefined, member),
    tasks: tasksIn(
      items.filter((item) => shown.includes(entryOf(item))),
      rounds,
    ),
    next: shown.length < entryIds.length ? shown.at(-1) : undefined,
  };
}

/** The entries with which a judge has a conflict, by their queue: one query, but for queues of more than a megabyte. */
export async function loadConflictsOf(
  table: Table,
  editionId: string,
  judgeId: string,
): Promise<readonly string[]> {
  const entryIds: string[] = [];
  let after: Position | undefined;
  do {
    const { items, last } = await table.query({
      index: 'gsi1',
      partition: indexes.queue(editionId, judgeId),
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    const said = items.filter(({ gsi1sk }) => gsi1sk?.endsWith('#DECLARED'));
    const conflicts = readAll(declarationSchema, said).filter(({ conflict }) => conflict);
    entryIds.push(...conflicts.map(({ entryId }) => entryId));
    after = last;
  } while (after !== undefined);
  return entryIds;
}

async function loadRounds(
  table: Table,
  editionId: string,
  plan: Item | undefined,
): Promise<ReadonlyMap<string, Round>> {
  const ids = readPlan(plan)?.plan.rounds.map(({ id }) => id) ?? [];
  if (ids.length === 0) return new Map();
  const items = await table.getMany(ids.map((id) => keys.round(editionId, id)));
  const rounds = items.flatMap((item) => read(roundSchema, item) ?? []);
  return new Map(rounds.map((round) => [round.roundId, round]));
}

const entryOf = ({ gsi1sk }: Item): string => gsi1sk?.slice(0, gsi1sk.indexOf('#')) ?? '';

function tasksIn(items: readonly Item[], rounds: ReadonlyMap<string, Round>): QueueTask[] {
  const kind = (ending: string) => items.filter(({ gsi1sk }) => gsi1sk?.endsWith(ending));
  const declarations = new Map(
    readAll(declarationSchema, kind('#DECLARED')).map((one) => [one.entryId, one]),
  );
  const sheets = new Map(
    readAll(sheetSchema, kind('#SHEET')).map((one) => [`${one.roundId} ${one.entryId}`, one]),
  );
  return readAll(assignmentSchema, kind('#ASSIGNED')).flatMap((task) => {
    const round = rounds.get(task.roundId);
    if (!round || !isAssigned(round, task)) return [];
    const sheet = sheets.get(`${task.roundId} ${task.entryId}`);
    return [{ task, declaration: declarations.get(task.entryId), sheet }];
  });
}
