import { formatPoints } from '../../lib/contest/points.ts';
import type { Round } from '../../lib/contest/round.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';

/** A sheet as it is stored, points as decimals; version 0 before the first save. */
export function sheetReply(round: Round, entryId: string, sheet: ScoreSheet | undefined) {
  const marks = Object.entries(sheet?.marks ?? {});
  const points = Object.fromEntries(marks.map(([id, mark]) => [id, formatPoints(mark)]));
  const { roundId, planVersion } = round;
  const total = formatPoints(marks.reduce((sum, [, mark]) => sum + mark, 0));
  if (!sheet) {
    const nothing = { state: 'none' as const, comment: '', note: '', version: 0 };
    return { roundId, entryId, planVersion, points, total, ...nothing };
  }
  return { ...sheet, points, total };
}
