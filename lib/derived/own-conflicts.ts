import { derivedAmong } from '../contest/derived-conflicts.ts';
import type { Member } from '../contest/people.ts';
import type { ConflictCause } from '../contest/refusal.ts';
import type { Table } from '../platform/table.ts';
import { loadConflicts } from '../store/assignments.ts';
import { loadSubmissions } from '../store/entries.ts';
import { entrySchema } from '../store/entry-schemas.ts';
import { getAll } from '../store/get-all.ts';
import { readAll } from '../store/items.ts';
import { keys } from '../store/keys.ts';

/**
 * Which of these entries somebody is close to, and what says so: a word that was declared or recorded, or what the details of
 * both sides show now. The teams beside the leads are not looked at.
 */
export async function ownConflicts(
  table: Table,
  member: Member | undefined,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ConflictCause>> {
  if (!member) return new Map();
  const { editionId, personId } = member;
  const pairs = [...new Set(entryIds)].map((entryId) => ({ entryId, judgeId: personId }));
  const [said, items, submissions] = await Promise.all([
    loadConflicts(table, editionId, pairs),
    getAll(
      table,
      pairs.map(({ entryId }) => keys.entry(editionId, entryId)),
    ),
    loadSubmissions(
      table,
      editionId,
      pairs.map(({ entryId }) => entryId),
    ),
  ]);
  const entries = new Map(readAll(entrySchema, items).map((entry) => [entry.entryId, entry]));
  const shown = derivedAmong(pairs, { entries, submissions, members: [member] });
  return new Map(
    pairs.flatMap(({ entryId }) => {
      const pair = `${entryId} ${personId}`;
      const basis = said.get(pair) ?? (shown.has(pair) ? 'derived' : undefined);
      return basis === undefined ? [] : [[entryId, causeOf(basis)] as const];
    }),
  );
}

function causeOf(basis: string): ConflictCause {
  return basis === 'declared' || basis === 'recorded' ? basis : 'derived';
}
