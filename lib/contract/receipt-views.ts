import * as z from 'zod';
import { entryCodePattern } from '../contest/new-entry.ts';
import { moment } from './shared.ts';
import { id, sha256, uuid } from './text.ts';

export const submissionRequest = z
  .strictObject({
    /** The version of the rules that was shown; a changed one must be read first. */
    acceptedPlanVersion: z.int().min(1),
  })
  .meta({
    id: 'SubmissionRequest',
    description: 'Which version of the rules the startup accepts with its submission.',
  });

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

/** A receipt is asked for by what is printed on it; a code that was said on the phone may be typed in lower case. */
export const receiptPath = z.strictObject({
  editionId: id,
  code: z.string().toUpperCase().regex(entryCodePattern),
  submission: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .transform(Number),
});

/** 64 bytes in base64url. Who has it has the receipt: it is the permission to read one. */
export const receiptQuery = z.strictObject({
  signature: z
    .string()
    .regex(/^[A-Za-z0-9_-]{86}$/)
    .meta({ description: 'The signature on the receipt: 86 characters of base64url.' }),
});

/** The key that signs receipts. */
export const signingKeyView = z
  .object({
    keyId: z
      .string()
      .meta({ description: 'The first 8 bytes of SHA-256 over the raw public key, in hex.' }),
    algorithm: z.literal('Ed25519'),
    publicKey: z.string().meta({ description: 'The raw 32 bytes in base64url.' }),
  })
  .meta({
    id: 'SigningKey',
    description:
      'The public half of the key that signs receipts now. Keep a copy beside your receipts: should the key ever be ' +
      'replaced, this answers the new one, and receipts of the old one are checked with the copy.',
  });

const checkedReceipt = z.object({
  code: z.string(),
  submission: z.int().min(1),
  receivedAt: moment,
  planVersion: z.int(),
  contentSha256: sha256,
  documents: z.array(z.object({ kind: id, fileName: z.string(), size: z.int().min(0), sha256 })),
  keyId: z.string(),
});

/** What is known of a receipt; one `valid: false` for all that is not one, so that nothing can be found by trying. */
export const receiptCheckView = z
  .discriminatedUnion('valid', [
    z.object({
      valid: z.literal(true),
      receipt: checkedReceipt,
      /** Nothing was handed in after it. */
      latest: z.boolean(),
      withdrawn: z.boolean(),
    }),
    z.object({ valid: z.literal(false) }),
  ])
  .meta({
    id: 'ReceiptCheck',
    description:
      'What was received, if the signature is that of this receipt and the current key made it over what is stored; ' +
      '`latest` when nothing was handed in after it. `valid: false` tells nothing else: not whether there is such an entry. ' +
      'So it answers for receipts of a replaced key too: check those with a copy of that key.',
  });
