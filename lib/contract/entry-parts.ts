import * as z from 'zod';
import { moment } from './shared.ts';
import { id } from './text.ts';

export const missing = z
  .object({
    code: z.string(),
    pointer: z.string().exactOptional(),
    document: z.string().exactOptional(),
    consent: z.string().exactOptional(),
    limit: z.union([z.number(), z.string()]).exactOptional(),
    actual: z.union([z.number(), z.string()]).exactOptional(),
  })
  .meta({
    id: 'Missing',
    description: 'One thing an entry still needs, as a stable code and where.',
  });

export const entryState = z.enum(['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn']);

export const reasonView = z.object({ code: id, note: z.string().exactOptional() });

/** Named parts that are open again, until when, and what is asked for. */
export const supplementView = z
  .object({
    fields: z.array(z.string()),
    documents: z.array(id),
    message: z.string(),
    requestedAt: moment,
    closesAt: moment,
    answeredAt: moment.exactOptional(),
  })
  .meta({ id: 'Supplement', description: 'Parts of a submitted entry that are open again.' });
