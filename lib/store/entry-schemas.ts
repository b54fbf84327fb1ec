/** What comes out of the table about entries and their teams: see item-schemas.ts. */
import * as z from 'zod';
import type { Entry } from '../contest/entry.ts';
import type { EntryContent } from '../contest/entry-content.ts';
import type { LateApplicant } from '../contest/late-admission.ts';
import { applicantKinds } from '../contest/plan.ts';
import type { Reason } from '../contest/screening.ts';
import type { Teammate } from '../contest/team.ts';
import { addressSchema } from './address-schema.ts';

const string = z.string();
const count = z.int();
const consents = z.array(z.object({ purpose: string, version: string }));

export const contentSchema: z.ZodType<EntryContent> = z.object({
  title: string,
  trackId: string,
  fieldId: string.exactOptional(),
  summary: string.exactOptional(),
  publicSummary: string.exactOptional(),
  applicant: z
    .object({
      kind: z.enum(applicantKinds),
      name: string,
      phone: string,
      taxCode: string.exactOptional(),
      registeredOn: string.exactOptional(),
      address: addressSchema.exactOptional(),
    })
    .exactOptional(),
  members: z.array(
    z.object({
      name: string,
      role: z.enum(['lead', 'member']),
      contributionPercent: count.exactOptional(),
      birthDate: string.exactOptional(),
      guardian: z.object({ name: string, phone: string, consents }).exactOptional(),
    }),
  ),
  mentors: z
    .array(z.object({ name: string, email: string.exactOptional(), phone: string.exactOptional() }))
    .exactOptional(),
  answers: z.record(string, z.union([string, z.array(string)])).exactOptional(),
  links: z.array(z.object({ kind: string, url: string })).exactOptional(),
  consents,
});

const decision = z.enum(['eligible', 'ineligible']);
const reasons: z.ZodType<readonly Reason[]> = z.array(
  z.object({ code: string, note: string.exactOptional() }),
);
const screening = z.object({
  decision,
  reasons,
  by: string,
  at: string,
  final: z.literal(true).exactOptional(),
  note: string.exactOptional(),
});

const lateAdmission = {
  closesAt: string,
  reason: string,
  documentNumber: string,
  by: string,
  at: string,
};

export const lateApplicantSchema: z.ZodType<LateApplicant> = z.object({
  editionId: string,
  admissionId: string,
  email: string,
  ...lateAdmission,
  version: count,
});

export const entrySchema: z.ZodType<Entry> = z.object({
  editionId: string,
  entryId: string,
  code: string,
  ownerId: string,
  ownerEmail: string.exactOptional(),
  state: z.enum(['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn']),
  content: contentSchema,
  createdAt: string,
  submission: count,
  submittedAt: string.exactOptional(),
  opinions: z.array(screening).exactOptional(),
  screening: screening.exactOptional(),
  supplement: z
    .object({
      fields: z.array(string),
      documents: z.array(string),
      message: string,
      requestedBy: string,
      requestedAt: string,
      closesAt: string,
      answeredAt: string.exactOptional(),
    })
    .exactOptional(),
  late: z.object(lateAdmission).exactOptional(),
  withdrawnConsents: z.array(z.object({ purpose: string, by: string, at: string })).exactOptional(),
  sharesTitle: z.literal(true).exactOptional(),
  takenTaxCode: string.exactOptional(),
  version: count,
});

export const teammateSchema: z.ZodType<Teammate> = z.object({
  editionId: string,
  entryId: string,
  personId: string,
  email: string,
  name: string,
  role: z.enum(['editor', 'viewer']),
  joinedAt: string,
  version: count,
});
