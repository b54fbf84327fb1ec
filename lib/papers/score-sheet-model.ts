import { mostOfComponents } from '../contest/components.ts';
import { formatLocal } from '../contest/local-time.ts';
import { rubricFor } from '../contest/plan.ts';
import { formatPoints } from '../contest/points.ts';
import { roundHalfAwayFromZero } from '../contest/rational.ts';
import { criterionMark, markOn, type Rubric, sheetTotal } from '../contest/rubric.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import { entryNames, type NamedEntry, nameOf, type PaperFacts } from './paper-facts.ts';
import { withComma } from './written-forms.ts';

/** One judge's sheet on one entry as its paper shows it; decimals with a comma. */
export interface ScoreSheetPage {
  readonly judge: string;
  readonly entry: NamedEntry;
  readonly track: string;
  readonly mode: Rubric['mode'];
  /** Criteria, each with its parts under it. */
  readonly rows: readonly {
    /** "1", or "1.2" where it is the second part of the first. */
    readonly number: string;
    readonly isPart: boolean;
    readonly name: string;
    readonly maximum: string;
    /** "20%" or "1,6"; only where the rubric weighs its criteria. */
    readonly weight?: string;
    readonly points: string;
  }[];
  readonly total: string;
  readonly scale: string;
  readonly comment: string;
  readonly note: string;
  readonly handedInAt: string;
}

/** Which sheets of a judge a file has. */
export interface WantedSheets {
  readonly judgeId: string;
  readonly entryId?: string;
  /** Of so many sheets each, from 1. */
  readonly part?: number;
}

/** Setting one page in type takes some 15 ms, in which the host does nothing else. */
const sheetsInPart = 100;

/** How many files the wanted sheets take. */
export const partsOf = (facts: PaperFacts, wanted: WantedSheets): number =>
  Math.ceil(countingSheets(facts, wanted).length / sheetsInPart);

const countingSheets = (facts: PaperFacts, { judgeId, entryId }: WantedSheets): ScoreSheet[] =>
  facts.sheets.filter(
    (sheet) =>
      sheet.judgeId === judgeId &&
      sheet.state === 'submitted' &&
      !sheet.recused &&
      (entryId === undefined || sheet.entryId === entryId),
  );

/** The sheets of one judge that count, by entry code: a part of all of them, or the one on this entry. */
export function scoreSheetPages(facts: PaperFacts, wanted: WantedSheets): ScoreSheetPage[] {
  const named = entryNames(facts.tasks);
  const tracks = new Map(facts.tasks.map((task) => [task.entryId, task.trackId]));
  const from = ((wanted.part ?? 1) - 1) * sheetsInPart;
  return countingSheets(facts, wanted)
    .map((sheet) => ({ sheet, entry: named(sheet.entryId) }))
    .sort((one, other) => (one.entry.code < other.entry.code ? -1 : 1))
    .slice(from, from + sheetsInPart)
    .map(({ sheet, entry }) =>
      pageOf(facts, sheet, { trackId: tracks.get(sheet.entryId) ?? '', entry }),
    );
}

function pageOf(
  facts: PaperFacts,
  sheet: ScoreSheet,
  { trackId, entry }: { readonly trackId: string; readonly entry: NamedEntry },
): ScoreSheetPage {
  const { plan, roundPlan } = facts;
  const rubric = rubricFor(roundPlan, trackId);
  if (!rubric) throw new RangeError(`no rubric for track ${trackId}`);
  return {
    judge: nameOf(facts, sheet.judgeId),
    entry,
    track: plan.tracks.find(({ id }) => id === trackId)?.name.vi ?? trackId,
    mode: rubric.mode,
    rows: rowsOf(rubric, sheet),
    total: withComma(
      roundHalfAwayFromZero(sheetTotal(rubric, sheet.marks), roundPlan.rules.decimals),
    ),
    // What judges do not give is no part of what a sheet can come to.
    scale: withComma(formatPoints((roundPlan.scale ?? 10_000) - mostOfComponents(rubric))),
    comment: sheet.comment,
    note: sheet.note,
    handedInAt: formatLocal(sheet.submittedAt ?? sheet.savedAt, plan.timeZone),
  };
}

function rowsOf(rubric: Rubric, sheet: ScoreSheet): ScoreSheetPage['rows'] {
  const weights = weightsOf(rubric);
  return rubric.criteria.flatMap((criterion, at) => {
    const { name, maxPoints, parts = [] } = criterion;
    const weight = weights[at];
    const number = String(at + 1);
    const whole = {
      number,
      isPart: false,
      name: name.vi,
      maximum: withComma(formatPoints(maxPoints)),
      ...(weight === undefined ? {} : { weight }),
      points: withComma(formatPoints(criterionMark(sheet.marks, criterion) ?? 0)),
    };
    const rows = parts.map((part, index) => ({
      number: `${number}.${index + 1}`,
      isPart: true,
      name: part.name.vi,
      maximum: withComma(formatPoints(part.maxPoints)),
      ...(weight === undefined ? {} : { weight: '' }),
      points: withComma(formatPoints(markOn(sheet.marks, part.id) ?? 0)),
    }));
    return [whole, ...rows];
  });
}

function weightsOf(rubric: Rubric): string[] {
  switch (rubric.mode) {
    case 'points':
      return [];
    case 'weighted':
      return rubric.criteria.map(({ weight }) => `${withComma(formatPoints(weight))}%`);
    case 'coefficient':
      return rubric.criteria.map(({ coefficient }) => coefficientText(coefficient));
  }
}

const coefficientText = (coefficient: number): string =>
  `${coefficient < 0 ? '-' : ''}${withComma(formatPoints(Math.abs(coefficient)))}`;
