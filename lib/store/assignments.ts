import type { EntryState } from '../contest/entry.ts';
import { activeRoles } from '../contest/people.ts';
import { type Assignment, isAssigned, type Round } from '../contest/round.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import {
  assignmentSchema,
  declarationSchema,
  entrySchema,
  memberSchema,
  type StoredSubmission,
  submissionSchema,
} from './item-schemas.ts';
import { read, readAll } from './items.ts';
import { assignmentItem } from './judging.ts';
import { keys } from './keys.ts';

type Pair = { readonly entryId: string; readonly judgeId: string };

/** Gets any number of items, a hundred in a call. */
async function getAll(table: Table, wanted: readonly Key[]): Promise<Item[]> {
  const calls: Promise<readonly (Item | undefined)[]>[] = [];
  for (let at = 0; at < wanted.length; at += 100) {
    calls.push(table.getMany(wanted.slice(at, at + 100)));
  }
  const items = (await Promise.all(calls)).flat();
  return items.filter((item) => item !== undefined);
}

/** What giving these entries to these judges is decided on. */
export async function loadAssignmentFacts(
  table: Table,
  { editionId }: Round,
  pairs: readonly Pair[],
): Promise<{
  readonly entryStates: ReadonlyMap<string, EntryState>;
  readonly submissions: ReadonlyMap<string, StoredSubmission>;
  readonly judges: ReadonlySet<string>;
  readonly conflicts: ReadonlySet<string>;
}> {
  const entryIds = [...new Set(pairs.map(({ entryId }) => entryId))];
  const judgeIds = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  const [entries, submissions, members, declarations] = await Promise.all([
    getAll(
      table,
      entryIds.map((id) => keys.entry(editionId, id)),
    ),
    getAll(
      table,
      entryIds.map((id) => keys.submission(editionId, id)),
    ),
    getAll(
      table,
      judgeIds.map((id) => keys.member(editionId, id)),
    ),
    getAll(
      table,
      distinct(pairs).map((pair) => keys.declaration(editionId, pair.entryId, pair.judgeId)),
    ),
  ]);
  return {
    entryStates: new Map(
      readAll(entrySchema, entries).map(({ entryId, state }) => [entryId, state]),
    ),
    submissions: new Map(readAll(submissionSchema, submissions).map((one) => [one.entryId, one])),
    judges: new Set(
      readAll(memberSchema, members)
        .filter((member) => activeRoles(member).includes('judge'))
        .map(({ personId }) => personId),
    ),
    conflicts: new Set(
      readAll(declarationSchema, declarations)
        .filter(({ conflict }) => conflict)
        .map(({ entryId, judgeId }) => `${entryId} ${judgeId}`),
    ),
  };
}

function distinct(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [`${pair.entryId} ${pair.judgeId}`, pair])).values()];
}

/**
 * Writes tasks under their revision. A task that is in force already stays as it is: taking it over into a
 * revision that may never come into force would take it away from the judge.
 */
export async function writeAssignments(
  table: Table,
  round: Round,
  assignments: readonly Assignment[],
): Promise<void> {
  const items = assignments.map(assignmentItem);
  const there = await getAll(table, items);
  const inForce = new Set(
    there
      .filter((item) => isAssigned(round, read(assignmentSchema, item)))
      .map(({ pk, sk }) => `${pk} ${sk}`),
  );
  const missing = items.filter(({ pk, sk }) => !inForce.has(`${pk} ${sk}`));
  for (let at = 0; at < missing.length; at += 100) {
    await table.write(missing.slice(at, at + 100).map((item) => ({ kind: 'put', item })));
  }
}
