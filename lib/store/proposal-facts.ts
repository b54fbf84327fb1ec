import type { Pair } from '../contest/assign.ts';
import { activeRoles, type Member } from '../contest/people.ts';
import { isAssigned, type Round } from '../contest/round.ts';
import type { Table } from '../platform/table.ts';
import { loadAssignmentFacts } from './assignments.ts';
import { loadForExport } from './entry-export.ts';
import { loadOutcomeHead } from './outcomes.ts';
import { loadSheets } from './round-sheets.ts';
import { loadOfficials } from './screening.ts';

/** An entry that the round is about. */
export interface ProposedEntry {
  readonly entryId: string;
  readonly fieldId?: string;
}

/** What a proposal for a round is made of. */
export interface ProposalFacts {
  readonly entries: readonly ProposedEntry[];
  readonly judges: readonly Member[];
  /** Pairs that must never be: declared, recorded, or seen by the facts of both. */
  readonly conflicts: readonly Pair[];
  /** Tasks in force that stand: neither struck by a conflict nor of somebody who judges no more. */
  readonly standing: readonly Pair[];
}

/**
 * The entries a round is about: the eligible ones, of a later round those that came through `before`. Who is eligible stands
 * still once judging has begun, so a list is good enough.
 */
export async function loadRoundEntries(
  table: Table,
  editionId: string,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<readonly ProposedEntry[] | 'too-many'> {
  const [listed, head] = await Promise.all([
    loadForExport(table, editionId, { state: 'eligible', most }),
    before === undefined ? undefined : loadOutcomeHead(table, editionId, before),
  ]);
  if (listed === 'too-many') return listed;
  const advanced = before === undefined ? undefined : new Set(head?.advanced ?? []);
  return listed
    .filter(({ entry }) => advanced === undefined || advanced.has(entry.entryId))
    .map(({ entry, submission }): ProposedEntry => {
      const { fieldId } = submission?.content ?? entry.content;
      return { entryId: entry.entryId, ...(fieldId === undefined ? {} : { fieldId }) };
    });
}

/**
 * Everything about a round's assignment, read for a proposal: nothing is decided on it, so the list of entries may be a moment
 * behind. `most` bounds the pairs of entries and judges that conflicts are looked for among.
 */
export async function loadProposalFacts(
  table: Table,
  round: Round,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<ProposalFacts | 'too-many'> {
  const { editionId, roundId } = round;
  const [entries, officials, tasks] = await Promise.all([
    loadRoundEntries(table, editionId, { before, most }),
    loadOfficials(table, editionId),
    loadSheets(table, editionId, roundId),
  ]);
  if (entries === 'too-many') return entries;
  const judges = officials.filter(
    (member) =>
      activeRoles(member).includes('judge') &&
      (round.panel === undefined || round.panel.judges.includes(member.personId)),
  );
  if (entries.length * judges.length > most) return 'too-many';
  const pairs = entries.flatMap(({ entryId }) =>
    judges.map(({ personId }) => ({ entryId, judgeId: personId })),
  );
  const { conflicts, derived } = await loadAssignmentFacts(table, round, pairs);
  const isBarred = ({ entryId, judgeId }: Pair) => {
    const name = `${entryId} ${judgeId}`;
    return conflicts.has(name) || derived.has(name);
  };
  const given = new Set(
    tasks.assignments
      .filter((task) => isAssigned(round, task))
      .map(({ entryId, judgeId }) => `${entryId} ${judgeId}`),
  );
  return {
    entries,
    judges,
    conflicts: pairs.filter(isBarred),
    standing: pairs.filter(
      (pair) => given.has(`${pair.entryId} ${pair.judgeId}`) && !isBarred(pair),
    ),
  };
}
