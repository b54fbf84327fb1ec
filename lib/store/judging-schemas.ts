/** What of judging comes out of the table is parsed, as all items are: see item-schemas.ts. */
import * as z from 'zod';
import type { Assignment, Declaration, Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';

const string = z.string();
const count = z.int();

export const roundSchema: z.ZodType<Round> = z.object({
  editionId: string,
  roundId: string,
  state: z.enum(['planned', 'scoring', 'closed', 'approved']),
  planVersion: count,
  assignmentRevisions: z.array(string),
  removals: count.exactOptional(),
  panel: z.object({ judges: z.array(string), chair: string }).exactOptional(),
  openedAt: string.exactOptional(),
  closesAt: string.exactOptional(),
  extensions: z
    .array(
      z.object({
        from: string,
        closesAt: string,
        reason: string,
        documentNumber: string,
        by: string,
        at: string,
      }),
    )
    .exactOptional(),
  lot: z
    .object({
      commitment: string,
      drawn: z.object({ seed: string, by: string, at: string }).exactOptional(),
    })
    .exactOptional(),
  rescoring: z.array(z.object({ entryId: string, judgeIds: z.array(string) })).exactOptional(),
  closedAt: string.exactOptional(),
  approval: z.object({ digest: string, by: string, at: string }).exactOptional(),
  version: count,
});

export const assignmentSchema: z.ZodType<Assignment> = z.object({
  editionId: string,
  roundId: string,
  entryId: string,
  judgeId: string,
  revisions: z.array(string),
  takenBack: z.array(string).exactOptional(),
  code: string,
  title: string,
  applicantName: string,
  members: z.array(string),
  trackId: string,
  fieldId: string,
  version: count,
});

export const declarationSchema: z.ZodType<Declaration> = z.object({
  editionId: string,
  entryId: string,
  judgeId: string,
  conflict: z.boolean(),
  reason: string,
  by: string.exactOptional(),
  declaredAt: string,
  version: count,
});

export const sheetSchema: z.ZodType<ScoreSheet> = z.object({
  editionId: string,
  roundId: string,
  entryId: string,
  judgeId: string,
  state: z.enum(['draft', 'submitted']),
  marks: z.record(string, count),
  comment: string,
  note: string,
  recused: z.boolean(),
  planVersion: count,
  savedAt: string,
  submittedAt: string.exactOptional(),
  reopened: z.object({ by: string, reason: string, at: string }).exactOptional(),
  handedIn: z
    .object({
      marks: z.record(string, count),
      comment: string,
      note: string,
      submittedAt: string,
    })
    .exactOptional(),
  version: count,
});
