import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import type { RoundEntry, RoundSheet } from '../../lib/contest/round-facts.ts';
import type { Criterion, Rubric } from '../../lib/contest/rubric.ts';

/** A criterion with half-point steps; maxPoints in points. */
export function criterion(id: string, maxPoints: number): Criterion {
  return { id, name: { vi: id, en: id }, maxPoints: maxPoints * 100, step: 50 };
}

/** A rubric that adds points. */
export function pointsRubric(maxima: { readonly [id: string]: number }): Rubric {
  return {
    mode: 'points',
    criteria: Object.entries(maxima).map(([id, max]) => criterion(id, max)),
  };
}

/** Rules without floors, trim or ladder: whatever is tied stays open. */
export const plainRules: RankingRules = {
  minimumSheets: 1,
  decimals: 2,
  zeroRule: 'off',
  tieBreak: [],
  cutTie: 'advanceAll',
};

/** Sheets of one-criterion entries, in points by judge J1, J2 …; null where a judge gave none. */
export function matrixRound(
  rows: { readonly [entryId: string]: readonly (number | null)[] },
  trackId = 'idea',
): { entries: RoundEntry[]; sheets: RoundSheet[] } {
  const entries = Object.keys(rows).map((entryId) => ({ entryId, trackId }));
  const sheets = Object.entries(rows).flatMap(([entryId, points]) =>
    points.flatMap((value, index) =>
      value === null ? [] : [submitted(entryId, `J${index + 1}`, { total: value })],
    ),
  );
  return { entries, sheets };
}

/** A submitted sheet with marks in points. */
export function submitted(
  entryId: string,
  judgeId: string,
  marks: { readonly [criterionId: string]: number },
): RoundSheet {
  const hundredths = Object.entries(marks).map(([id, points]) => [id, Math.round(points * 100)]);
  return { entryId, judgeId, marks: Object.fromEntries(hundredths), state: 'submitted' };
}
