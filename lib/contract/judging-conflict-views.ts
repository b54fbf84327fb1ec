import * as z from 'zod';
import { moment, reason } from './shared.ts';
import { uuid } from './text.ts';

export const conflictRequest = z
  .strictObject({ reason })
  .meta({ id: 'ConflictRequest', description: 'What an organiser knows of a conflict.' });

/** A conflict as the organisers see it; the reason is a judge's own words where the judge declared it. */
export const recordedConflict = z
  .object({
    entryId: uuid,
    judgeId: z.string(),
    reason: z.string(),
    basis: z.string().meta({
      description:
        '`declared` by the judge, `recorded` by an organiser, or `derived:` and what shows it.',
    }),
    declaredAt: moment,
    struck: z.boolean().meta({ description: 'Whether a sheet was struck by this call.' }),
  })
  .meta({ id: 'RecordedConflict', description: 'A conflict of a judge with an entry.' });
