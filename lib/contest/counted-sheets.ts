import { compareBytewise } from './bytewise.ts';
import { isOnGrid } from './points.ts';
import type { RoundEntry, RoundSheet } from './round-facts.ts';
import {
  markedParts,
  markOn,
  type Part,
  type Rubric,
  scaledTotal,
  type TotalScale,
  totalScale,
} from './rubric.ts';

/** A sheet that counts. */
export interface CountedSheet {
  readonly judgeId: string;
  /** Of each criterion, hundredths, in the rubric's order. */
  readonly marks: readonly number[];
  /** The numerator of the total, over the denominator that all sheets of the round share. */
  readonly total: bigint;
}

/** A sheet that does not count, and why; kept so that a result never leaves one out in silence. */
export type UncountedSheet = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly because: 'recused' | 'taken-back' | 'draft' | 'incomplete' | 'not-in-round';
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
  const parts = markedParts(facts.rubric);
  for (const sheet of facts.sheets) {
    const counted = byEntry.get(sheet.entryId);
    const marks = readMarks(parts, sheet);
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
      .map(({ entryId, trackId, given }) => ({
        entryId,
        trackId,
        ...(given === undefined ? {} : { given }),
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
  if (sheet.takenBack === true) return 'taken-back';
  if (sheet.state !== 'submitted') return 'draft';
  return isComplete ? undefined : 'incomplete';
}

/** The mark on each criterion, the sum of its parts', in the rubric's order; undefined when one is not given. */
function readMarks(
  criteria: readonly (readonly Part[])[],
  sheet: RoundSheet,
): number[] | undefined {
  const marks: number[] = [];
  let given = 0;
  let isComplete = true;
  for (const parts of criteria) {
    let sum = 0;
    for (const part of parts) {
      const mark = markOn(sheet.marks, part.id);
      if (mark === undefined) {
        isComplete = false;
        continue;
      }
      if (!isOnGrid(mark, part)) throw corrupt(sheet, `a mark off the grid of ${part.id}`);
      given += 1;
      sum += mark;
    }
    marks.push(sum);
  }
  if (Object.keys(sheet.marks).length !== given) {
    throw corrupt(sheet, 'a mark on a criterion that the rubric has not');
  }
  return isComplete ? marks : undefined;
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
