/**
 * What comes out of the table is parsed: an item that is not what the code believes is a fault at once, not
 * a wrong decision later. Fields of an item that an entity does not have (its keys) are dropped.
 */
import * as z from 'zod';
import type { Dossier } from '../contest/dossier.ts';
import type { Edition } from '../contest/edition.ts';
import type { Submission } from '../contest/entry.ts';
import { type Invitation, type Member, preferences } from '../contest/people.ts';
import { addressSchema } from './address-schema.ts';
import { contentSchema } from './entry-schemas.ts';

const string = z.string();
const count = z.int();
const role = z.enum(['organiser', 'secretary', 'judge']);
const textInBoth = z.object({ vi: string, en: string });
const verdictReason = z.enum([
  'size-mismatch',
  'hash-mismatch',
  'signature-mismatch',
  'structure',
  'active-content',
  'encrypted',
  'archive-limits',
  'archive-path',
  'image-limits',
  'malware',
]);

export const editionSchema: z.ZodType<Edition> = z.object({
  editionId: string,
  name: textInBoth,
  phase: z.enum(['open', 'frozen', 'judging']),
  opensAt: string,
  closesAt: string,
  planVersion: count,
  createdAt: string,
  version: count,
});

const officialDetails = {
  phone: string.exactOptional(),
  taxCode: string.exactOptional(),
  organisation: string.exactOptional(),
};

export const memberSchema: z.ZodType<Member> = z.object({
  editionId: string,
  personId: string,
  email: string,
  name: string,
  ...officialDetails,
  address: addressSchema.exactOptional(),
  expertise: z.array(string).exactOptional(),
  capacity: count.exactOptional(),
  preferences: z.record(string, z.enum(preferences)).exactOptional(),
  roles: z.array(role),
  confidentiality: z.object({ version: string, textSha256: string, at: string }).exactOptional(),
  active: z.boolean(),
  revokedAt: string.exactOptional(),
  version: count,
});

export const invitationSchema: z.ZodType<Invitation> = z.object({
  editionId: string,
  invitationId: string,
  email: string,
  name: string,
  ...officialDetails,
  role,
  state: z.enum(['pending', 'accepted', 'declined', 'cancelled']),
  invitedBy: string,
  invitedAt: string,
  endsAt: string,
  version: count,
});

export const dossierSchema: z.ZodType<Dossier> = z.object({
  editionId: string,
  entryId: string,
  documents: z.array(
    z.object({
      documentId: string,
      kind: string,
      fileName: string,
      contentType: string,
      size: count,
      sha256: string,
      ticketedAt: string,
      stored: z.object({ versionId: string, confirmedAt: string }).exactOptional(),
      removedAt: string.exactOptional(),
      inspection: z.discriminatedUnion('verdict', [
        z.object({
          verdict: z.literal('pending'),
          structure: string.exactOptional(),
          scan: string.exactOptional(),
        }),
        z.object({ verdict: z.literal('clean'), versionId: string }),
        z.object({ verdict: z.literal('rejected'), versionId: string, reason: verdictReason }),
      ]),
    }),
  ),
  version: count,
});

/** A submitted version with the receipt that was given for it. */
export interface StoredSubmission extends Submission {
  readonly receipt: StoredReceipt;
}

/** The signed words of a receipt: see lib/contract/receipt.ts for what they say. */
export interface StoredReceipt {
  readonly keyId: string;
  /** Base64url. */
  readonly signature: string;
}

export const submissionSchema: z.ZodType<StoredSubmission> = z.object({
  editionId: string,
  entryId: string,
  code: string,
  submission: count,
  receivedAt: string,
  planVersion: count,
  content: contentSchema,
  documents: z.array(
    z.object({
      documentId: string,
      kind: string,
      fileName: string,
      contentType: string,
      size: count,
      sha256: string,
      versionId: string,
    }),
  ),
  receipt: z.object({ keyId: string, signature: string }),
});
