import * as z from 'zod';
import { entryState } from './entry-views.ts';
import { moment, version } from './shared.ts';
import { id, text, uuid } from './text.ts';

export const entrySummary = z
  .object({
    entryId: uuid,
    code: z.string(),
    state: entryState,
    title: z.string(),
    trackId: id,
    fieldId: id.exactOptional(),
    applicantName: z.string().exactOptional(),
    submission: z.int(),
    submittedAt: moment.exactOptional(),
    version,
  })
  .meta({ id: 'EntrySummary', description: 'An entry in the list of the secretariat.' });

export const screeningRequest = z
  .strictObject({
    decision: z.enum(['eligible', 'ineligible']),
    reasons: z
      .array(z.strictObject({ code: id, note: text(1000, { multiline: true }).exactOptional() }))
      .max(20),
  })
  .refine(({ decision, reasons }) => decision === 'eligible' || reasons.length > 0, {
    path: ['reasons'],
    error: 'required',
    params: { code: 'required' },
  })
  .meta({
    id: 'ScreeningRequest',
    description: 'The decision on form and eligibility; a refusal needs its reasons.',
  });
