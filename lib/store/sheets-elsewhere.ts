import type { Plan } from '../contest/plan.ts';
import type { Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { Table } from '../platform/table.ts';
import { read } from './items.ts';
import { sheetSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';
import { readRound } from './rounds.ts';
import type { SheetPlace } from './sheet-acts.ts';

/**
 * The judge's sheets on the entry in other rounds that are open or closed, where there can be any: no later round has one
 * before this one is approved. One read, and none for a first round that is still judged. What is approved is not looked at.
 */
export async function loadSheetsElsewhere(
  table: Table,
  { rounds }: Plan,
  { editionId, roundId, state }: Round,
  { entryId, judgeId }: Pick<SheetPlace, 'entryId' | 'judgeId'>,
): Promise<readonly { readonly round: Round; readonly sheet: ScoreSheet }[]> {
  const place = rounds.findIndex(({ id }) => id === roundId);
  const others = rounds.filter((_, at) => at < place || (at > place && state === 'approved'));
  if (others.length === 0) return [];
  const items = await table.getMany(
    others.flatMap(({ id }) => [
      keys.round(editionId, id),
      keys.sheet(editionId, id, entryId, judgeId),
    ]),
  );
  return others.flatMap((_, at) => {
    const round = readRound(items[2 * at]);
    const sheet = read(sheetSchema, items[2 * at + 1]);
    const isJudged = round?.state === 'scoring' || round?.state === 'closed';
    return isJudged && sheet ? [{ round, sheet }] : [];
  });
}
