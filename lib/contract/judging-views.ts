import * as z from 'zod';
import { documentView } from './document-views.ts';
import { entryContent } from './entry-content-schema.ts';
import { points } from './points-schema.ts';
import { moment, personId, reason, version } from './shared.ts';
import { id, sha256, text, uuid } from './text.ts';

/** Who judges a round, by person id, and who leads them. */
export const panel = z.object({ judges: z.array(personId).min(1).max(200), chair: personId });

export const roundView = z
  .object({
    editionId: id,
    roundId: id,
    state: z.enum(['planned', 'scoring', 'closed', 'approved']),
    planVersion: z.int(),
    panel: panel.exactOptional(),
    openedAt: moment.exactOptional(),
    /** As it was extended last. */
    closesAt: moment.exactOptional(),
    /** Each time it was made to close later, oldest first. */
    extensions: z
      .array(
        z.object({
          from: moment,
          closesAt: moment,
          reason: z.string(),
          documentNumber: z.string(),
          at: moment,
        }),
      )
      .exactOptional(),
    /** Where ties can come down to the lot: the SHA-256 of its seed, and once drawn the seed. */
    lot: z
      .object({
        commitment: sha256,
        drawn: z.object({ seed: sha256, at: moment }).exactOptional(),
      })
      .exactOptional(),
    closedAt: moment.exactOptional(),
    version,
  })
  .meta({ id: 'Round', description: 'Where a round of judging stands.' });

export const assignmentRequest = z
  .strictObject({
    pairs: z
      .array(z.strictObject({ entryId: uuid, judgeId: personId }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'AssignmentRequest', description: 'Which judge is to score which entry.' });

export const assignmentReply = z
  .object({ roundId: id, assigned: z.int(), revision: z.string() })
  .meta({
    id: 'AssignmentReply',
    description: 'How many entries were given to judges, and under which revision.',
  });

export const closingRequest = z
  .strictObject({ acceptMissing: z.boolean(), reason: reason.exactOptional() })
  .refine(({ acceptMissing, reason: why }) => !acceptMissing || why !== undefined, {
    path: ['reason'],
    error: 'required',
    params: { code: 'required' },
  })
  .meta({
    id: 'ClosingRequest',
    description: 'Whether the round closes with sheets missing, and then why.',
  });

export const declarationRequest = z
  .strictObject({ conflict: z.boolean(), reason: text(1000, { min: 0, multiline: true }) })
  .meta({
    id: 'DeclarationRequest',
    description: 'Whether the judge has a conflict of interest with the entry.',
  });

export const declarationReply = z
  .object({ entryId: uuid, conflict: z.boolean(), declaredAt: moment })
  .meta({ id: 'Declaration', description: 'What the judge declared about one entry, and when.' });

/** What the list of tasks shows before the dossier opens: enough to see a conflict, nothing more. */
export const queueEntry = z
  .object({
    roundId: id,
    entryId: uuid,
    title: z.string(),
    applicantName: z.string(),
    members: z.array(z.string()),
    /** These three once the judge has declared that there is no conflict. */
    code: z.string().exactOptional(),
    trackId: id.exactOptional(),
    fieldId: z.string().exactOptional(),
    declaration: z.enum(['none', 'conflict', 'no-conflict']),
    sheet: z.enum(['none', 'draft', 'submitted']),
  })
  .meta({
    id: 'QueueEntry',
    description: 'A task of a judge: enough to see a conflict of interest, nothing more.',
  });

/** An entry as the judge who scores it sees it: no contact, no tax number, no owner. */
export const judgedEntry = z
  .object({
    entryId: uuid,
    code: z.string(),
    content: z.object({
      title: entryContent.shape.title,
      trackId: id,
      fieldId: id.exactOptional(),
      summary: z.string().exactOptional(),
      publicSummary: z.string().exactOptional(),
      /** To the questions that are put to this entry. */
      answers: entryContent.shape.answers,
      /** In place of documents. */
      links: entryContent.shape.links,
    }),
    applicantName: z.string(),
    members: z.array(z.string()),
    documents: z.array(documentView),
  })
  .meta({
    id: 'JudgedEntry',
    description:
      'An entry as the judge who scores it sees it: no contact, no tax number, no owner.',
  });

export const sheetContent = z
  .strictObject({
    /** The plan whose rubric the sheet shows. */
    planVersion: z.int().min(1),
    /** Decimal strings ("8.5") by criterion, or by its parts where it has some. A draft may leave some out. */
    points: z.record(id, points),
    comment: text(4000, { min: 0, multiline: true }),
    note: text(4000, { min: 0, multiline: true }),
  })
  .meta({ id: 'SheetContent', description: 'The marks and words of a score sheet.' });

/** The values as they are stored, echoed after every save. Version 0: nothing is saved yet. */
export const sheetView = z
  .object({
    roundId: id,
    entryId: uuid,
    state: z.enum(['none', 'draft', 'submitted']),
    planVersion: z.int(),
    points: z.record(z.string(), z.string()),
    total: z.string().meta({
      description:
        'What the marks come to so far by the rubric, weights and coefficients included: exact, a decimal or else a fraction.',
    }),
    comment: z.string(),
    note: z.string(),
    savedAt: moment.exactOptional(),
    submittedAt: moment.exactOptional(),
    /** The last time it was opened again after it was handed in, and why. */
    reopened: z.object({ reason: z.string(), at: moment }).exactOptional(),
    version: z.int().min(0),
  })
  .meta({
    id: 'ScoreSheet',
    description: 'The stored score sheet of the caller. Version 0: nothing is saved yet.',
  });

/** Who is how far: never a point. */
export const progressView = z
  .object({
    roundId: id,
    state: roundView.shape.state,
    assigned: z.int(),
    submitted: z.int(),
    drafts: z.int(),
    conflicts: z.int(),
    judges: z.array(
      z.object({
        judgeId: z.string(),
        assigned: z.int(),
        submitted: z.int(),
        drafts: z.int(),
        conflicts: z.int(),
        /** What the judge stated, and how many entries more that is. */
        capacity: z.int().exactOptional(),
        remaining: z.int().exactOptional(),
      }),
    ),
  })
  .meta({
    id: 'Progress',
    description: 'How many sheets each judge has handed in: never a point.',
  });
