/** What of certificates comes out of the table is parsed, as all items are: see item-schemas.ts. */
import * as z from 'zod';
import type { AwardCertificates, Certificate } from '../contest/certificate.ts';
import { officialDecisionSchema } from './publication-schemas.ts';

const string = z.string();
const count = z.int();
const text = z.object({ vi: string, en: string });

export const certificateSchema: z.ZodType<Certificate> = z.object({
  code: string,
  editionId: string,
  planVersion: count,
  edition: text,
  organiser: text,
  timeZone: string,
  resultVersion: count,
  digest: string,
  decision: officialDecisionSchema,
  prizeId: string,
  prize: text,
  joint: z.boolean(),
  entryId: string,
  entryCode: string,
  title: string,
  applicantName: string.exactOptional(),
  members: z.array(string),
  issuedAt: string,
  issuedBy: string,
  revoked: z
    .object({ reason: string, documentNumber: string, by: string, at: string })
    .exactOptional(),
  version: count,
});

export const awardCertificatesSchema: z.ZodType<AwardCertificates> = z.object({
  editionId: string,
  prizeId: string,
  entryId: string,
  codes: z.array(string),
  version: count,
});
