import type { Pair } from '../contest/assign.ts';
import type { Round } from '../contest/round.ts';
import type { TakenTask, TaskToTake } from '../contest/take-back.ts';
import type { Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { read, replace, stillAbsent, unchanged } from './items.ts';
import { assignmentItem, changedRound, changedSheet } from './judging.ts';
import { assignmentSchema, sheetSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';

/** The tasks of these pairs (at most fifty) with their sheets, in one read. */
export async function loadTasks(
  table: Table,
  { editionId, roundId }: Round,
  pairs: readonly Pair[],
): Promise<readonly TaskToTake[]> {
  const items = await table.getMany(
    pairs.flatMap(({ entryId, judgeId }) => [
      keys.assignment(editionId, roundId, entryId, judgeId),
      keys.sheet(editionId, roundId, entryId, judgeId),
    ]),
  );
  return pairs.map((pair, at) => ({
    ...pair,
    assignment: read(assignmentSchema, items[2 * at]),
    sheet: read(sheetSchema, items[2 * at + 1]),
  }));
}

/**
 * Tasks taken back in one transaction with the round, whose version every save of a sheet looks at; and each only with the
 * sheet that was read, since one handed in meanwhile is another question.
 */
export const takenBack = (round: Round, taken: readonly TakenTask[]): Change[] => [
  changedRound(round),
  ...taken.flatMap(({ assignment, sheet, struck }) => [
    replace(assignmentItem(assignment)),
    struck ? changedSheet(struck) : sameSheet(assignment, sheet),
  ]),
];

function sameSheet(
  { editionId, roundId, entryId, judgeId }: TakenTask['assignment'],
  sheet: TakenTask['sheet'],
): Change {
  const key = keys.sheet(editionId, roundId, entryId, judgeId);
  return sheet === undefined ? stillAbsent(key) : unchanged(key, sheet.version);
}
