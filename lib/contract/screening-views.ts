import * as z from 'zod';
import { supplementFields } from '../contest/supplement.ts';
import { blocker } from './blocker-view.ts';
import { email } from './contact.ts';
import { entryState, missing, reasonView, supplementView } from './entry-parts.ts';
import { documentNumber, moment, reason, version } from './shared.ts';
import { id, localDateTime, text, uuid } from './text.ts';

const decision = z.enum(['eligible', 'ineligible']);

const opinion = {
  decision,
  reasons: z
    .array(z.strictObject({ code: id, note: text(1000, { multiline: true }).exactOptional() }))
    .max(20)
    .meta({
      description: "Codes of the plan's list, each once: at least one to keep an entry out.",
    }),
  submission: z.int().min(1).exactOptional().meta({
    description:
      'The submitted version that was looked at: if there is another by now, it is refused.',
  }),
};

export const screeningRequest = z
  .strictObject({
    ...opinion,
    final: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'An organiser decides alone, whatever others think. It needs a note.' }),
    note: text(1000, { multiline: true }).exactOptional().meta({
      description: 'Why an organiser decides alone. The startup does not read it.',
    }),
  })
  .meta({
    id: 'ScreeningRequest',
    description: "One person's opinion on form and eligibility; a refusal needs its reasons.",
  });

/** Two actions of the one write for each entry, beside three of the act: 99 of the 100 that a transaction may have. */
const mostAtOnce = 48;

export const screeningsRequest = z
  .strictObject({
    dryRun: z.boolean().meta({ description: 'Only say what would become of each entry.' }),
    decisions: z
      .array(z.strictObject({ entryId: uuid, ...opinion }))
      .min(1)
      .max(mostAtOnce),
  })
  .meta({
    id: 'ScreeningsRequest',
    description: 'Opinions on many entries at once: all of them count, or none.',
  });

export const screeningsView = z
  .object({
    dryRun: z.boolean(),
    outcomes: z.array(
      z.object({
        entryId: uuid,
        would: entryState
          .exactOptional()
          .meta({ description: 'The state after it; absent where it is refused.' }),
        code: z.string().exactOptional().meta({ description: 'Why it is refused.' }),
        blockers: z.array(blocker).exactOptional(),
      }),
    ),
  })
  .meta({ id: 'Screenings', description: 'What becomes of each entry, in the order asked.' });

const opinionView = z.object({
  decision,
  reasons: z.array(reasonView),
  by: z.string(),
  at: moment,
});

/** How an entry stands with the secretariat. What each person thinks never reaches the startup: see `entryView`. */
export const screeningRecordView = z
  .object({
    entryId: uuid,
    code: z.string(),
    state: entryState,
    submission: z.int(),
    people: z.int().meta({ description: 'How many have to agree.' }),
    opinions: z.array(opinionView),
    screening: opinionView
      .extend({ final: z.literal(true).exactOptional(), note: z.string().exactOptional() })
      .exactOptional(),
    /** What keeps anybody from finding it eligible. */
    blockers: z.array(blocker),
    warnings: z.array(z.object({ code: z.string(), pointer: z.string() })).meta({
      description: 'What to look at twice. `mixed-scripts`: letters that look like others.',
    }),
    missing: z
      .array(missing)
      .meta({ description: 'What the submitted version lacks by the rules of today.' }),
    supplement: supplementView.exactOptional(),
    late: z
      .object({
        closesAt: moment,
        reason: z.string(),
        documentNumber: z.string(),
        by: z.string(),
        at: moment,
      })
      .exactOptional(),
    withdrawnConsents: z.array(z.object({ purpose: id, at: moment })).exactOptional(),
    version,
  })
  .meta({
    id: 'ScreeningRecord',
    description: 'Opinions on an entry, and what they are given on.',
  });

export const supplementRequest = z
  .strictObject({
    fields: z.array(z.enum(supplementFields)).max(supplementFields.length),
    documents: z.array(id).max(50).meta({ description: 'Kinds of documents.' }),
    message: text(2000, { multiline: true }),
    closesAt: localDateTime,
  })
  .meta({
    id: 'SupplementRequest',
    description: 'Which parts of an entry to open again, for what, and until when.',
  });

const exception = { closesAt: localDateTime, reason, documentNumber };

export const lateEntryRequest = z.strictObject(exception).meta({
  id: 'LateEntryRequest',
  description: 'Until when a draft may still be handed in, by which decision.',
});

export const lateApplicantRequest = z.strictObject({ email, ...exception }).meta({
  id: 'LateApplicantRequest',
  description: 'Who may still begin an entry, until when, by which decision.',
});

export const lateApplicantView = z
  .object({
    admissionId: uuid,
    email: z.string(),
    closesAt: moment,
    reason: z.string(),
    documentNumber: z.string(),
    at: moment,
    version,
  })
  .meta({ id: 'LateApplicant', description: 'A recorded exception for an address.' });
