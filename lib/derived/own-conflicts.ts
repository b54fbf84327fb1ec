import { conflictCause } from '../contest/conflict-cause.ts';
import { derivedConflicts, ownerMails } from '../contest/derived-conflicts.ts';
import type { Member } from '../contest/people.ts';
import type { ConflictCause, Refusal } from '../contest/refusal.ts';
import type { Table } from '../platform/table.ts';
import { loadConflicts } from '../store/assignments.ts';
import { loadTeamsMails } from '../store/derived-conflicts.ts';
import { loadSubmissions } from '../store/entries.ts';
import { entrySchema } from '../store/entry-schemas.ts';
import { getAll } from '../store/get-all.ts';
import { readAll } from '../store/items.ts';
import { keys } from '../store/keys.ts';

/**
 * Which of these entries somebody is close to, and what says so: a word that was declared or recorded, or what the details of
 * both sides show now, the addresses of the team beside its lead among them. One rule for whoever reads, decides or rules.
 */
export async function ownConflicts(
  table: Table,
  member: Member | undefined,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ConflictCause>> {
  if (!member) return new Map();
  const { editionId, personId } = member;
  const pairs = [...new Set(entryIds)].map((entryId) => ({ entryId, judgeId: personId }));
  const [said, items, submissions, teams] = await Promise.all([
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
    loadTeamsMails(
      table,
      editionId,
      pairs.map(({ entryId }) => entryId),
    ),
  ]);
  const entries = new Map(readAll(entrySchema, items).map((entry) => [entry.entryId, entry]));
  return new Map(
    pairs.flatMap(({ entryId }) => {
      const basis = said.get(`${entryId} ${personId}`);
      if (basis !== undefined) return [[entryId, conflictCause(basis)] as const];
      const submission = submissions.get(entryId);
      if (!submission) return [];
      const mails = [...ownerMails(entries.get(entryId)), ...(teams.get(entryId) ?? [])];
      const shown = derivedConflicts({ content: submission.content, mails }, member);
      return shown.length > 0 ? [[entryId, 'derived'] as const] : [];
    }),
  );
}

/** Why somebody may not act on these entries: the first of them that they are close to, by `ownConflicts`. */
export async function whyTooClose(
  table: Table,
  member: Member | undefined,
  entryIds: readonly string[],
): Promise<Refusal | undefined> {
  const [because] = (await ownConflicts(table, member, entryIds)).values();
  return because && { code: 'conflict-of-interest', because };
}
