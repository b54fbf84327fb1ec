import { compareBytewise } from './bytewise.ts';
import { isOnGrid } from './points.ts';
import type { RoundEntry, RoundSheet } from './round-facts.ts';
import {
  type Criterion,
  markOn,
  type Rubric,
  scaledTotal,
  type TotalScale,
  totalScale,
} from './rubric.ts';

/** A sheet that counts. */
export interface CountedSheet {
  readonly judgeId: string;
  /** Hundredths, in the rubric's order. */
  readonly marks: readonly number[];
  /** The numerator of the total, over the denominator that all sheets of the round share. */
  readonly total: bigint;
}

/** A sheet that does not count, and why; kept so that a result never leaves one out in silence. */
export type UncountedSheet = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly because: 'recused' | 'draft' | 'incomplete' | 'not-in-round';
};

/** The round's entries, sorted by id, with the sheets that count, sorted by judge. */
export interface CountedRound {
  readonly entries: readonly (RoundEntry & { readonly sheets: readonly CountedSheet[] })[];
  readonly notCounted: readonly UncountedSheet[];
  readonly scale: TotalScale;
}

/**
 * Takes the sheets that count: submitted, complete, not recused, of an entry in the round. A mark off its
 * criterion's grid, or on a criterion the rubric has not, is corrupt data and a RangeError, never skipped.
 */
export function countSheets(facts: {
  readonly rubric: Rubric;
  readonly entries: readonly RoundEntry[];
  readonly sheets: readonly RoundSheet[];
}): CountedRound {
  const scale = totalScale(facts.rubric);
  const byEntry = new Map<string, CountedSheet[]>();
  for (const { entryId } of facts.entries) {
    if (byEntry.has(entryId)) throw new RangeError(`entry ${entryId} is twice in the round`);
    byEntry.set(entryId, []);
  }
  const notCounted: UncountedSheet[] = [];
  for (const sheet of facts.sheets) {
    const counted = byEntry.get(sheet.entryId);
    const marks = readMarks(facts.rubric.criteria, sheet);
    const because = whyNotCounted(sheet, counted !== undefined, marks !== undefined);
    if (because === undefined && counted !== undefined && marks !== undefined) {
      counted.push({ judgeId: sheet.judgeId, marks, total: scaledTotal(scale, marks) });
    } else if (because !== undefined) {
      notCounted.push({ entryId: sheet.entryId, judgeId: sheet.judgeId, because });
    }
  }
  return {
    entries: [...facts.entries]
      .sort((a, b) => compareBytewise(a.entryId, b.entryId))
      .map(({ entryId, trackId }) => ({
        entryId,
        trackId,
        sheets: (byEntry.get(entryId) ?? []).sort(compareSheets),
      })),
    notCounted: notCounted.sort(compareUncounted),
    scale,
  };
}

function whyNotCounted(
  sheet: RoundSheet,
  isInRound: boolean,
  isComplete: boolean,
): UncountedSheet['because'] | undefined {
  if (!isInRound) return 'not-in-round';
  if (sheet.recused === true) return 'recused';
  if (sheet.state !== 'submitted') return 'draft';
  return isComplete ? undefined : 'incomplete';
}

/** The marks in the rubric's order; undefined when one is not given. */
function readMarks(criteria: readonly Criterion[], sheet: RoundSheet): number[] | undefined {
  const marks: number[] = [];
  for (const criterion of criteria) {
    const mark = markOn(sheet.marks, criterion.id);
    if (mark === undefined) continue;
    if (!isOnGrid(mark, criterion)) throw corrupt(sheet, `a mark off the grid of ${criterion.id}`);
    marks.push(mark);
  }
  if (Object.keys(sheet.marks).length !== marks.length) {
    throw corrupt(sheet, 'a mark on a criterion that the rubric has not');
  }
  return marks.length === criteria.length ? marks : undefined;
}

function corrupt(sheet: RoundSheet, what: string): RangeError {
  return new RangeError(
    `the sheet of judge ${sheet.judgeId} on entry ${sheet.entryId} has ${what}`,
  );
}

/** By judge, and by marks where one judge has two sheets on an entry, so that input order never shows. */
function compareSheets(a: CountedSheet, b: CountedSheet): number {
  const byJudge = compareBytewise(a.judgeId, b.judgeId);
  if (byJudge !== 0) return byJudge;
  for (const [index, mark] of a.marks.entries()) {
    const difference = mark - (b.marks[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareUncounted(a: UncountedSheet, b: UncountedSheet): number {
  return (
    compareBytewise(a.entryId, b.entryId) ||
    compareBytewise(a.judgeId, b.judgeId) ||
    compareBytewise(a.because, b.because)
  );
}
