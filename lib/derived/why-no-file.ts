import { conflictCause } from '../contest/conflict-cause.ts';
import type { Refusal } from '../contest/refusal.ts';
import type { Table } from '../platform/table.ts';
import { loadConflicts } from '../store/assignments.ts';

/**
 * Why somebody gets no file that tells every judge's points: a word that stands on one of its entries. What the details of both
 * sides show does not count: where all organisers have a mailbox of one authority with an applicant, nobody could print.
 */
export async function whyNoFile(
  table: Table,
  { editionId, entryIds }: { readonly editionId: string; readonly entryIds: readonly string[] },
  personId: string,
): Promise<Refusal | undefined> {
  const pairs = entryIds.map((entryId) => ({ entryId, judgeId: personId }));
  const [basis] = (await loadConflicts(table, editionId, pairs)).values();
  return basis === undefined
    ? undefined
    : { code: 'conflict-of-interest', because: conflictCause(basis) };
}
