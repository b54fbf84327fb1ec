import { hasSigned } from '../contest/confidentiality.ts';
import type { Member } from '../contest/people.ts';
import type { Plan } from '../contest/plan.ts';
import type { Judging, ScoreSheet } from '../contest/score-sheet.ts';
import type { Table, Value } from '../platform/table.ts';
import { type HistoryPage, listHistory } from './audit.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { entrySchema } from './entry-schemas.ts';
import { memberSchema } from './item-schemas.ts';
import { read } from './items.ts';
import { assignmentSchema, declarationSchema, sheetSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';
import { readPlan, termsIn } from './plans.ts';
import { readRound } from './rounds.ts';

/** Whose sheet. */
export interface SheetPlace {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly judgeId: string;
}

/** What an official's act on a judge's sheet is decided on. */
export interface SheetActFacts extends EditionFacts {
  readonly judging: Judging | undefined;
  /** Whose sheet it is. */
  readonly judge: Member | undefined;
}

/** A judge's sheet with all around it, and what the caller is, in one read. */
export async function loadSheetAct(
  table: Table,
  { editionId, roundId, entryId, judgeId }: SheetPlace,
  callerId: string,
): Promise<SheetActFacts> {
  const [edition, plan, judge, roundOne, assignment, declaration, sheet, entry, caller] =
    await table.getMany([
      keys.edition(editionId),
      keys.plan(editionId),
      keys.member(editionId, judgeId),
      keys.round(editionId, roundId),
      keys.assignment(editionId, roundId, entryId, judgeId),
      keys.declaration(editionId, entryId, judgeId),
      keys.sheet(editionId, roundId, entryId, judgeId),
      keys.entry(editionId, entryId),
      // A read takes each key once.
      ...(callerId === judgeId ? [] : [keys.member(editionId, callerId)]),
    ]);
  const round = readRound(roundOne);
  const facts = editionFacts(edition, plan, callerId === judgeId ? judge : caller);
  const member = read(memberSchema, judge);
  const isSigned = hasSigned(member?.confidentiality, termsIn(facts.plan));
  return {
    ...facts,
    judge: member,
    judging: round && {
      round,
      assignment: read(assignmentSchema, assignment),
      declaration: read(declarationSchema, declaration),
      sheet: read(sheetSchema, sheet),
      entryState: read(entrySchema, entry)?.state,
      ...(isSigned ? {} : { unsigned: true as const }),
    },
  };
}

/** What the audit trail says of a new revision of a sheet: its subject is the sheet, its detail holds the marks. */
export function sheetRecord(
  sheet: ScoreSheet,
  why: { readonly reason?: string; readonly recused?: true; readonly takenBack?: true } = {},
): { readonly subject: string; readonly detail: { readonly [name: string]: Value } } {
  const { version, state, marks } = sheet;
  return {
    subject: subjectOf(sheet),
    detail: { revision: version, state, marks: { ...marks }, ...why },
  };
}

/** A page of the revisions of a sheet, the first one first, from the audit trail; an index serves it. */
export async function listRevisions(
  table: Table,
  place: SheetPlace,
  range: { readonly limit: number; readonly after?: string },
): Promise<HistoryPage> {
  return await listHistory(table, subjectOf(place), range);
}

const subjectOf = ({ editionId, roundId, entryId, judgeId }: SheetPlace): string =>
  `sheet/${editionId}/${roundId}/${entryId}/${judgeId}`;

/** What a mail to the judge of a sheet is made of; undefined where somebody or something of it is not there. */
export async function loadSheetOwner(
  table: Table,
  { editionId, roundId, entryId, judgeId }: SheetPlace,
): Promise<
  | {
      readonly plan: Plan;
      /** Of a round that is open. */
      readonly closesAt: string | undefined;
      readonly entry: { readonly entryId: string; readonly code: string; readonly to: string };
    }
  | undefined
> {
  const [plan, member, roundOne, assignment] = await table.getMany([
    keys.plan(editionId),
    keys.member(editionId, judgeId),
    keys.round(editionId, roundId),
    keys.assignment(editionId, roundId, entryId, judgeId),
  ]);
  const current = readPlan(plan);
  const round = readRound(roundOne);
  const to = read(memberSchema, member)?.email;
  const code = read(assignmentSchema, assignment)?.code;
  if (!current || to === undefined || code === undefined) return undefined;
  return {
    plan: current.plan,
    closesAt: round?.state === 'scoring' ? round.closesAt : undefined,
    entry: { entryId, code, to },
  };
}
