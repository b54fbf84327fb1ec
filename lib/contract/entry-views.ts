import * as z from 'zod';
import { applicantKinds, documentContentTypes } from '../contest/plan.ts';
import { moment, reason, version } from './shared.ts';
import { fileName, id, phone, sha256, taxCode, text, uuid } from './text.ts';

const applicant = z.strictObject({
  kind: z.enum(applicantKinds),
  name: text(200),
  phone,
  taxCode: taxCode.exactOptional(),
  address: text(300).exactOptional(),
});

const member = z.strictObject({ name: text(100), role: z.enum(['lead', 'member']) });

/** What the startup writes; a draft may leave out all but title and track. */
export const entryContent = z
  .strictObject({
    title: text(200),
    trackId: id,
    fieldId: id.exactOptional(),
    summary: text(6000, { multiline: true }).exactOptional(),
    publicSummary: text(1000, { multiline: true }).exactOptional(),
    applicant: applicant.exactOptional(),
    members: z.array(member).max(50),
    consents: z.array(z.strictObject({ purpose: id, version: text(20) })).max(20),
  })
  .meta({
    id: 'EntryContent',
    description: 'What the startup writes. A draft may leave out all but title and track.',
  });

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

const screeningView = z.object({
  decision: z.enum(['eligible', 'ineligible']),
  reasons: z.array(z.string()),
  at: moment,
});

/** An entry as its owner and the secretariat see it. */
export const entryView = z
  .object({
    editionId: id,
    entryId: uuid,
    code: z.string(),
    state: entryState,
    content: entryContent,
    documents: z.array(documentView),
    /** What a submission still needs; the same question submit asks. */
    missing: z.array(missing),
    submission: z.int(),
    submittedAt: moment.exactOptional(),
    screening: screeningView.exactOptional(),
    createdAt: moment,
    version,
  })
  .meta({ id: 'Entry', description: 'An entry as its owner and the secretariat see it.' });

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

export const screeningRequest = z
  .strictObject({
    decision: z.enum(['eligible', 'ineligible']),
    reasons: z.array(reason).max(20),
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
