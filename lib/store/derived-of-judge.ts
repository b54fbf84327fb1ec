import { derivedAmong } from '../contest/derived-conflicts.ts';
import type { Member } from '../contest/people.ts';
import type { Table } from '../platform/table.ts';
import { recordDerived } from './derived-conflicts.ts';
import { entrySchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { submissionSchema } from './item-schemas.ts';
import { readAll } from './items.ts';
import { keys } from './keys.ts';
import { loadQueuePage, type QueueTask } from './queue.ts';

/** Entries of a judge that are looked at in one go. */
const perPage = 100;

/**
 * Looks through everything that was given to a judge for what the details as they are now show, and records it: a sheet that is
 * handed in already is struck as well. What belongs to an approved ranking stays.
 */
export async function recordDerivedOf(
  table: Table,
  judge: Member,
  when: { readonly now: string; readonly newId: () => string },
): Promise<void> {
  const { editionId, personId } = judge;
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    const page = await loadQueuePage(table, editionId, personId, { limit: perPage, ...from });
    const unsaid = page.tasks.filter(({ declaration }) => declaration?.conflict !== true);
    await recordAmong(table, judge, unsaid, when);
    after = page.next;
  } while (after !== undefined);
}

async function recordAmong(
  table: Table,
  judge: Member,
  tasks: readonly QueueTask[],
  when: { readonly now: string; readonly newId: () => string },
): Promise<void> {
  const { editionId } = judge;
  const entryIds = [...new Set(tasks.map(({ task }) => task.entryId))];
  const [entries, submissions] = await Promise.all([
    getAll(
      table,
      entryIds.map((id) => keys.entry(editionId, id)),
    ),
    getAll(
      table,
      entryIds.map((id) => keys.submission(editionId, id)),
    ),
  ]);
  const facts = {
    entries: new Map(readAll(entrySchema, entries).map((one) => [one.entryId, one])),
    submissions: new Map(readAll(submissionSchema, submissions).map((one) => [one.entryId, one])),
    members: [judge],
  };
  for (const roundId of new Set(tasks.map(({ task }) => task.roundId))) {
    const pairs = tasks.map(({ task }) => task).filter((task) => task.roundId === roundId);
    await recordDerived(table, { editionId, roundId }, derivedAmong(pairs, facts), when);
  }
}
