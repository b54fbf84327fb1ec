/** What of publications comes out of the table is parsed, as all items are: see item-schemas.ts. */
import * as z from 'zod';
import type { Announcement } from '../contest/announcement.ts';
import type { Retraction } from '../contest/correction.ts';
import type { Minutes } from '../contest/minutes.ts';
import { type OfficialDecision, signingAuthorities } from '../contest/official-decision.ts';
import type { PlannedPublication } from '../contest/planned-publication.ts';
import type { PublishedResult } from '../contest/publication.ts';

const string = z.string();
const count = z.int();
const text = z.object({ vi: string, en: string });

export const officialDecisionSchema: z.ZodType<OfficialDecision> = z.object({
  documentNumber: string,
  issuedOn: string,
  title: string,
  signer: z.object({
    authority: z.object({ kind: z.enum(signingAuthorities), of: string }).exactOptional(),
    position: string,
    name: string,
  }),
});

const resultState = z.enum(['published', 'retracted']);

export const resultSchema: z.ZodType<PublishedResult> = z.object({
  editionId: string,
  planVersion: count,
  name: text,
  organiser: text,
  timeZone: string,
  tracks: z.array(z.object({ id: string, name: text })),
  resultVersion: count,
  state: resultState,
  publishedAt: string,
  reason: string.exactOptional(),
  decision: officialDecisionSchema,
  digest: string,
  awards: z.array(
    z.object({
      prizeId: string,
      prize: text,
      rank: count.exactOptional(),
      joint: z.boolean(),
      entryId: string,
      code: string,
      title: string,
      trackId: string,
      applicantName: string.exactOptional(),
      publicSummary: string.exactOptional(),
    }),
  ),
  earlier: z.array(
    z.object({
      resultVersion: count,
      state: resultState,
      publishedAt: string,
      reason: string.exactOptional(),
      documentNumber: string,
    }),
  ),
});

export const minutesSchema: z.ZodType<Minutes> = z.object({
  editionId: string,
  roundId: string,
  digest: string,
  documentNumber: string.exactOptional(),
  signedOn: string,
  chair: string,
  secretary: string,
  by: string,
  at: string,
  version: count,
});

export const plannedSchema: z.ZodType<PlannedPublication> = z.object({
  editionId: string,
  roundId: string,
  digest: string,
  decision: officialDecisionSchema,
  publishAt: string,
  by: string,
  at: string,
  state: z.enum(['waiting', 'cancelled', 'published', 'stopped']),
  cancelled: z.object({ by: string, at: string }).exactOptional(),
  because: string.exactOptional(),
  version: count,
});

export const retractionSchema: z.ZodType<Retraction> = z.object({
  editionId: string,
  resultVersion: count,
  reason: string,
  decision: officialDecisionSchema,
  proposedBy: string,
  proposedAt: string,
  version: count,
});

export const announcementSchema: z.ZodType<Announcement> = z.object({
  editionId: string,
  resultVersion: count,
  shown: count,
  version: count,
});
