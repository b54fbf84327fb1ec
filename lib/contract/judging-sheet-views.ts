import * as z from 'zod';
import { pageOf } from './page.ts';
import { documentNumber, moment, personId, reason, version } from './shared.ts';
import { id, localDateTime, uuid } from './text.ts';

/** One judge's sheet, as officials name it. */
export const judgeSheetPath = z.strictObject({
  editionId: id,
  roundId: id,
  entryId: uuid,
  judgeId: personId,
});

export const extensionRequest = z
  .strictObject({ closesAt: localDateTime, reason, documentNumber })
  .meta({
    id: 'ExtensionRequest',
    description: 'When an open round closes instead, why, and by which decision.',
  });

export const reopeningRequest = z
  .strictObject({ reason })
  .meta({ id: 'ReopeningRequest', description: 'Why a sheet that was handed in opens again.' });

/** What officials learn of a sheet that was opened again: never a point. */
export const reopenedSheet = z
  .object({
    roundId: id,
    entryId: uuid,
    judgeId: z.string(),
    state: z.enum(['draft', 'submitted']),
    reopened: z.object({ by: z.string(), reason: z.string(), at: moment }).exactOptional(),
    version,
  })
  .meta({
    id: 'ReopenedSheet',
    description: 'A sheet that was opened again, and by whom: never a point.',
  });

/** What of the audit trail's detail is a revision; marks in hundredths. */
export const revisionDetail = z.object({
  revision: z.int().min(1),
  state: z.enum(['draft', 'submitted']),
  marks: z.record(z.string(), z.int().min(0)),
  reason: z.string().exactOptional(),
  recused: z.boolean().exactOptional(),
  takenBack: z.boolean().exactOptional(),
});

const sheetRevision = z
  .object({
    revision: revisionDetail.shape.revision,
    at: moment,
    operation: z.string(),
    actorId: z.string(),
    state: revisionDetail.shape.state,
    /** Decimals by criterion. */
    points: z.record(z.string(), z.string()),
    /** Why it was opened again, or struck. */
    reason: revisionDetail.shape.reason,
    /** Struck by a conflict of interest: from here on it does not count. */
    recused: revisionDetail.shape.recused,
    /** Its task was taken back: what was handed in counts no longer. */
    takenBack: revisionDetail.shape.takenBack,
  })
  .meta({
    id: 'SheetRevision',
    description: 'What a score sheet was at one time, who made it so, and why.',
  });

export const sheetRevisions = pageOf(sheetRevision).meta({
  description:
    'A page of the revisions of a score sheet, the first one first. The latest may be missing for a second.',
});
