import { nameOf } from '../contest/assign.ts';
import { derivedAmong } from '../contest/derived-conflicts.ts';
import { activeRoles, type Member } from '../contest/people.ts';
import type { HeldTask, ProposalFacts } from '../contest/propose-round.ts';
import type { Refusal } from '../contest/refusal.ts';
import { isAssigned, type Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Table } from '../platform/table.ts';
import { loadSubmissions } from './entries.ts';
import { loadRoundEntries } from './entries-of-edition.ts';
import { loadPastCompanionsOf } from './past-companions.ts';
import { loadConflictsOf } from './queue.ts';
import { loadAllSheets, type RoundSheets } from './round-sheets.ts';
import { loadOfficials } from './screening.ts';

/**
 * Everything about a round's assignment, read for a proposal: nothing is decided on it, so lists may be a moment behind. A
 * round that is too large for one is refused by `whyNot` before most of it is read.
 */
export async function loadProposalFacts(
  table: Table,
  round: Round,
  {
    before,
    whyNot,
  }: {
    readonly before: string | undefined;
    readonly whyNot: (size: {
      readonly entries: number;
      readonly judges: number;
    }) => Refusal | undefined;
  },
): Promise<ProposalFacts | Refusal> {
  const { editionId, roundId } = round;
  const [entries, officials, sheets] = await Promise.all([
    loadRoundEntries(table, editionId, before),
    loadOfficials(table, editionId),
    loadAllSheets(table, editionId, roundId),
  ]);
  const judges = officials.filter((member) => mayJudge(round, member));
  const refusal = whyNot({ entries: entries.length, judges: judges.length });
  if (refusal) return refusal;

  const entryIds = entries.map(({ entryId }) => entryId);
  const [submissions, said, companions] = await Promise.all([
    loadSubmissions(table, editionId, entryIds),
    conflictsSaid(table, editionId, judges),
    loadPastCompanionsOf(
      table,
      editionId,
      judges.map(({ personId }) => personId),
    ),
  ]);
  const pairs = entryIds.flatMap((entryId) =>
    judges.map(({ personId }) => ({ entryId, judgeId: personId })),
  );
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const derived = derivedAmong(pairs, {
    entries: byId,
    submissions,
    members: judges,
    companions,
  });
  const isBarred = (name: string) => said.has(name) || derived.has(name);
  return {
    entries: entries.map(({ entryId, content }) => {
      const { fieldId } = submissions.get(entryId)?.content ?? content;
      return { entryId, ...(fieldId === undefined ? {} : { fieldId }) };
    }),
    judges,
    conflicts: pairs.filter((pair) => isBarred(nameOf(pair))),
    tasks: heldTasks(round, sheets).filter(
      (task) => byId.has(task.entryId) && !isBarred(nameOf(task)),
    ),
  };
}

const mayJudge = ({ panel }: Round, member: Member): boolean =>
  activeRoles(member).includes('judge') &&
  (panel === undefined || panel.judges.includes(member.personId));

/** What these judges' conflicts are, each by one query. */
async function conflictsSaid(
  table: Table,
  editionId: string,
  judges: readonly Member[],
): Promise<ReadonlySet<string>> {
  const each = judges.map(async ({ personId: judgeId }) => {
    const entryIds = await loadConflictsOf(table, editionId, judgeId);
    return entryIds.map((entryId) => nameOf({ entryId, judgeId }));
  });
  return new Set((await Promise.all(each)).flat());
}

/** The tasks in force whose sheet no conflict struck. */
function heldTasks(round: Round, { assignments, sheets }: RoundSheets): HeldTask[] {
  const bySheet = new Map<string, ScoreSheet>(sheets.map((sheet) => [nameOf(sheet), sheet]));
  return assignments
    .filter((task) => isAssigned(round, task))
    .flatMap((task): HeldTask[] => {
      const { entryId, judgeId } = task;
      const sheet = bySheet.get(nameOf(task));
      return sheet?.recused ? [] : [{ entryId, judgeId, sheet: sheet?.state ?? 'none' }];
    });
}
