import * as z from 'zod';
import { documentContentTypes } from '../contest/plan.ts';
import { entryContentView } from './entry-content-schema.ts';
import { moment, version } from './shared.ts';
import { fileName, id, sha256, uuid } from './text.ts';

export const submissionRequest = z
  .strictObject({
    /** The version of the rules that was shown; a changed one must be read first. */
    acceptedPlanVersion: z.int().min(1),
  })
  .meta({
    id: 'SubmissionRequest',
    description: 'Which version of the rules the startup accepts with its submission.',
  });

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

export const documentView = z
  .object({
    documentId: uuid,
    kind: id,
    fileName: z.string(),
    contentType: z.string(),
    size: z.int(),
    sha256,
    confirmed: z.boolean(),
    inspection: z.enum(['pending', 'clean', 'rejected']),
    reason: z.string().exactOptional(),
  })
  .meta({
    id: 'Document',
    description: 'A file of a dossier: what it claims to be and what the inspection says.',
  });

export const entryState = z.enum(['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn']);

export const reasonView = z.object({ code: id, note: z.string().exactOptional() });

const screeningView = z.object({
  decision: z.enum(['eligible', 'ineligible']),
  reasons: z.array(reasonView),
  at: moment,
});

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

/** An entry as its owner and the secretariat see it. */
export const entryView = z
  .object({
    editionId: id,
    entryId: uuid,
    code: z.string(),
    state: entryState,
    content: entryContentView,
    documents: z.array(documentView),
    /** What a submission still needs; the same question submit asks. */
    missing: z.array(missing),
    submission: z.int(),
    submittedAt: moment.exactOptional(),
    screening: screeningView.exactOptional(),
    supplement: supplementView.exactOptional(),
    /** A recorded exception: until when the entry may be handed in. */
    late: z.object({ closesAt: moment }).exactOptional(),
    withdrawnConsents: z.array(z.object({ purpose: id, at: moment })).exactOptional(),
    createdAt: moment,
    version,
  })
  .meta({ id: 'Entry', description: 'An entry as its owner and the secretariat see it.' });

const receiptDocument = z.object({
  documentId: uuid,
  kind: id,
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
  sha256,
  versionId: z.string(),
});

/** What was received and when, signed: see lib/store/receipt.ts for the bytes under the signature. */
export const receiptView = z
  .object({
    editionId: id,
    entryId: uuid,
    code: z.string(),
    submission: z.int().min(1),
    receivedAt: moment,
    planVersion: z.int(),
    contentSha256: sha256,
    documents: z.array(receiptDocument),
    /** `rejected`: the inspection turned at least one of the files away after it was handed in. */
    scan: z.enum(['clean', 'pending', 'rejected']),
    keyId: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'Receipt', description: 'What was received and when, signed (Ed25519).' });

export const documentOffer = z
  .strictObject({
    kind: id,
    fileName,
    contentType: z.enum(documentContentTypes),
    size: z.int().min(1),
    sha256,
  })
  .meta({
    id: 'DocumentOffer',
    description: 'The file about to be uploaded: exactly these bytes will be taken.',
  });

export const uploadTicket = z
  .object({
    documentId: uuid,
    upload: z.object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: moment,
    }),
  })
  .meta({
    id: 'UploadTicket',
    description: 'Where and how to PUT the file, once, within minutes.',
  });

export const downloadLink = z
  .object({ url: z.string(), expiresAt: moment })
  .meta({ id: 'DownloadLink', description: 'Where the file can be fetched, for sixty seconds.' });
