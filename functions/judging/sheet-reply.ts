import { formatPoints } from '../../lib/contest/points.ts';
import { exactText } from '../../lib/contest/rational.ts';
import type { Round } from '../../lib/contest/round.ts';
import { type Rubric, totalSoFar } from '../../lib/contest/rubric.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';

/** A sheet as it is stored, points as decimals, with what its marks come to by the rubric; version 0 before the first save. */
export function sheetReply(
  round: Round,
  entryId: string,
  { rubric, sheet }: { readonly rubric: Rubric; readonly sheet: ScoreSheet | undefined },
) {
  const marks = sheet?.marks ?? {};
  const points = Object.fromEntries(
    Object.entries(marks).map(([id, mark]) => [id, formatPoints(mark)]),
  );
  const { roundId, planVersion } = round;
  const total = exactText(totalSoFar(rubric, marks));
  if (!sheet) {
    const nothing = { state: 'none' as const, comment: '', note: '', version: 0 };
    return { roundId, entryId, planVersion, points, total, ...nothing };
  }
  return { ...sheet, points, total };
}
