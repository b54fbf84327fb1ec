import * as z from 'zod';
import { reasonView } from './entry-parts.ts';

/** What of a record's detail leaves: named one by one, so that a signature or a token in a record stays there. */
export const historyDetail = z.object({
  state: z.string().exactOptional(),
  submission: z.int().exactOptional(),
  decision: z.string().exactOptional(),
  reasons: z.array(reasonView).exactOptional(),
  note: z.string().exactOptional(),
  final: z.boolean().exactOptional(),
  fields: z.array(z.string()).exactOptional(),
  documents: z.array(z.string()).exactOptional(),
  message: z.string().exactOptional(),
  closesAt: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  documentNumber: z.string().exactOptional(),
  purpose: z.string().exactOptional(),
  role: z.string().exactOptional(),
  personId: z.string().exactOptional(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
});
