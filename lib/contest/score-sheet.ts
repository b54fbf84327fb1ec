import type { DerivedCause } from './derived-conflicts.ts';
import type { EntryState } from './entry-state.ts';
import { formatPoints, parsePoints, whyNotPoints } from './points.ts';
import { type ConflictCause, type FieldError, type Refusal, Refused } from './refusal.ts';
import { isRescored } from './rescoring.ts';
import { type Assignment, bySystem, type Declaration, isAssigned, type Round } from './round.ts';
import { type Marks, markedParts, type Part, type Rubric } from './rubric.ts';
import { type Stage, whyNotOnStage } from './stage.ts';

/** One judge's sheet on one entry in one round. Each change is a revision, kept in the ledger with its marks. */
export interface ScoreSheet {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly judgeId: string;
  readonly state: 'draft' | 'submitted';
  /** Hundredths of a point by criterion, or by its parts where it has some; what is not marked yet is absent. */
  readonly marks: Marks;
  /** For the startup. */
  readonly comment: string;
  /** For the organisers alone. */
  readonly note: string;
  /** Struck by a conflict of interest that came to light later; such a sheet never counts. */
  readonly recused: boolean;
  readonly planVersion: number;
  readonly savedAt: string;
  readonly submittedAt?: string;
  /** The last time it was opened again after it was handed in; kept with all later revisions. */
  readonly reopened?: { readonly by: string; readonly reason: string; readonly at: string };
  /** As it was handed in, while it is open again in a closed round. */
  readonly handedIn?: Pick<ScoreSheet, 'marks' | 'comment' | 'note'> & {
    readonly submittedAt: string;
  };
  /** The revision, from 1. */
  readonly version: number;
}

/** What a judge writes: points as decimal strings ("8.5"). */
export interface SheetContent {
  readonly points: { readonly [partId: string]: string };
  readonly comment: string;
  readonly note: string;
}

/** What the decision on a sheet rests on. */
export interface Judging {
  readonly round: Round;
  readonly assignment: Assignment | undefined;
  readonly declaration: Declaration | undefined;
  readonly sheet: ScoreSheet | undefined;
  /** An entry may be found ineligible after it was given to judges. */
  readonly entryState: EntryState | undefined;
  /** What shows a conflict, whatever the judge said. */
  readonly derived?: readonly DerivedCause[];
  /** Of a round with a running order. */
  readonly stage?: Stage;
  /** The judge has not signed the current terms of confidentiality, and the plan has some. */
  readonly unsigned?: true;
}

/** Whether the judge may see the entry at all; who was never assigned learns nothing. */
export function whyNotJudge(judging: Judging): Refusal | undefined {
  const { round, assignment, declaration, derived = [] } = judging;
  if (!isAssigned(round, assignment)) return { code: 'not-found' };
  if (judging.unsigned) return { code: 'forbidden', needs: 'confidentiality' };
  if (declaration === undefined) return { code: 'conflict-of-interest', because: 'not-declared' };
  const because = whyConflicted(declaration, derived);
  return because === undefined ? undefined : { code: 'conflict-of-interest', because };
}

/** Never by what exactly: whoever could probe it would learn an applicant's telephone. */
function whyConflicted(
  { conflict, by }: Declaration,
  derived: readonly DerivedCause[],
): ConflictCause | undefined {
  if (!conflict) return derived.length === 0 ? undefined : 'derived';
  if (by === undefined) return 'declared';
  return by === bySystem ? 'derived' : 'recorded';
}

/** Whether the round's time for scoring has not begun, or is over: by the time of receipt, and at the latest with its close. */
export function whyNotScoring(round: Round, now: string): Refusal | undefined {
  const isOver = round.closesAt !== undefined && now >= round.closesAt;
  if (round.state === 'scoring' && !isOver) return undefined;
  const closedAt = round.closedAt ?? round.closesAt;
  const closesAt = closedAt === undefined ? {} : { closesAt: closedAt };
  return { code: 'phase-closed', receivedAt: now, ...closesAt };
}

/** Whether the sheet may change now. Closed means closed, and a submitted sheet is locked. */
export function whyNotScore(judging: Judging, now: string): Refusal | undefined {
  const { round, sheet, entryState = 'draft' } = judging;
  const { entryId = '', judgeId = '' } = judging.assignment ?? {};
  const refusal =
    whyNotJudge(judging) ??
    // A closed round may wait for this very sheet.
    (isRescored(round, entryId, judgeId) ? undefined : whyNotScoring(round, now)) ??
    whyNotOnStage(judging.stage, entryId);
  if (refusal) return refusal;
  if (entryState !== 'eligible') return { code: 'state-conflict', state: entryState };
  return sheet?.state === 'submitted' ? { code: 'state-conflict', state: 'submitted' } : undefined;
}

/** The sheet with what the judge wrote, as a draft revision. Marks may be missing, never wrong. */
export function saveSheet(
  judging: Judging,
  facts: { readonly rubric: Rubric; readonly judgeId: string; readonly planVersion: number },
  content: SheetContent,
  now: string,
): ScoreSheet {
  const refusal = whyNotScore(judging, now) ?? whyNotRubric(judging.round, facts.planVersion);
  if (refusal) throw new Refused(refusal);
  const marks = marksFrom(facts.rubric, content.points);
  const { editionId, roundId } = judging.round;
  const entryId = judging.assignment?.entryId ?? '';
  return {
    editionId,
    roundId,
    entryId,
    judgeId: facts.judgeId,
    state: 'draft',
    marks,
    comment: content.comment,
    note: content.note,
    recused: false,
    planVersion: judging.round.planVersion,
    savedAt: now,
    ...(judging.sheet?.reopened ? { reopened: judging.sheet.reopened } : {}),
    ...(judging.sheet?.handedIn ? { handedIn: judging.sheet.handedIn } : {}),
    version: (judging.sheet?.version ?? 0) + 1,
  };
}

function whyNotRubric(round: Round, planVersion: number): Refusal | undefined {
  return planVersion === round.planVersion
    ? undefined
    : { code: 'rubric-changed', current: round.planVersion };
}

function marksFrom(rubric: Rubric, points: SheetContent['points']): Marks {
  const errors: FieldError[] = [];
  const marks: [string, number][] = [];
  const parts = markedParts(rubric).flat();
  for (const [partId, text] of Object.entries(points)) {
    const pointer = `/points/${partId}`;
    const part = parts.find(({ id }) => id === partId);
    const error = part ? markError(pointer, text, part) : { pointer, code: 'unknown-criterion' };
    if (error) errors.push(error);
    else marks.push([partId, parsePoints(text) ?? 0]);
  }
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
  return Object.fromEntries(marks);
}

/** What is wrong with points on a part; `limit` says why, and what bounds it. */
export function markError(pointer: string, text: string, part: Part): FieldError | undefined {
  const why = whyNotPoints(text, part);
  if (why === undefined) return undefined;
  return { pointer, code: 'invalid-score', limit: `${why} ${formatPoints(boundOf(part)[why])}` };
}

const boundOf = ({ minPoints = 0, maxPoints, step }: Part) => ({
  'not-a-decimal': maxPoints,
  'below-minimum': minPoints,
  'above-maximum': maxPoints,
  'off-step': step,
});

/** The sheet handed in and locked. Every criterion, or every part of it, needs its mark, and a comment where the plan demands one. */
export function submitSheet(
  judging: Judging,
  facts: { readonly rubric: Rubric; readonly commentRequired: boolean },
  now: string,
): ScoreSheet {
  const { sheet } = judging;
  const refusal = whyNotScore(judging, now);
  if (refusal) throw new Refused(refusal);
  if (!sheet) throw new Refused({ code: 'state-conflict', state: 'not-started' });
  const errors: FieldError[] = markedParts(facts.rubric)
    .flat()
    .filter(({ id }) => !Object.hasOwn(sheet.marks, id))
    .map(({ id }) => ({ pointer: `/points/${id}`, code: 'required' }));
  if (facts.commentRequired && sheet.comment === '') {
    errors.push({ pointer: '/comment', code: 'required' });
  }
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
  const { handedIn: _, ...kept } = sheet;
  return {
    ...kept,
    state: 'submitted',
    submittedAt: now,
    savedAt: now,
    version: sheet.version + 1,
  };
}
