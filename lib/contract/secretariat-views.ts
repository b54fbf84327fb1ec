import * as z from 'zod';
import { entryState } from './entry-views.ts';
import { moment, version } from './shared.ts';
import { id, uuid } from './text.ts';

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
