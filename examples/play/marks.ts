import type { WireRubric } from '../../lib/contest/rubric-wire.ts';

/** Shares of the maximum that each entry of the play gets, best first; the last one does not reach 50. */
const levels = [0.9, 0.9, 0.8, 0.75, 0.65, 0.4];

/**
 * One judge's points for the entry at this place of the play. The first two tie on the total, and the first
 * has more on the first criterion: the tie ladder has something to decide. Judges differ by half points.
 */
export function marksFor(
  rubric: WireRubric,
  place: number,
  judge: number,
): { [criterionId: string]: string } {
  const level = levels[place] ?? 0.5;
  const marks = rubric.criteria.map(({ id, maxPoints }, index) => {
    const max = Number(maxPoints);
    const base = Math.round(max * level * 2) / 2;
    return [id, base + swapped(place, index) - (index === 2 ? judge * 0.5 : 0)] as const;
  });
  return Object.fromEntries(marks.map(([id, mark]) => [id, String(mark)]));
}

/** The second entry has a point less on the first criterion and one more on the second. */
function swapped(place: number, criterion: number): number {
  if (place !== 1 || criterion > 1) return 0;
  return criterion === 0 ? -1 : 1;
}
