import * as z from 'zod';
import { certificateCodePattern } from '../contest/certificate.ts';
import { decisionView } from './decision-views.ts';
import { bothLanguages, documentNumber, moment, reason } from './shared.ts';
import { id, localDate, sha256, uuid } from './text.ts';

/** As it is printed; what does not look like one is no such certificate either. */
export const certificateCode = z.string().regex(certificateCodePattern).meta({
  description: 'As it is printed: 26 digits and capital letters in five groups.',
});

export const certificatesRequest = z
  .strictObject({
    awards: z.union([
      z.literal('all'),
      z
        .array(z.strictObject({ prizeId: id, entryId: uuid }))
        .min(1)
        .max(40),
    ]),
  })
  .meta({
    id: 'CertificatesRequest',
    description: 'For which awards of the published result certificates are issued.',
  });

export const revocationRequest = z.strictObject({ reason, documentNumber }).meta({
  id: 'RevocationRequest',
  description:
    'Why a certificate holds no more, and by which paper. Everybody who checks it reads both.',
});

const state = z.enum(['valid', 'revoked', 'superseded']);

/** What stands on the certificate itself, and nothing else of the entry. */
const face = {
  code: z.string(),
  edition: bothLanguages,
  organiser: bothLanguages,
  prize: bothLanguages,
  joint: z.boolean(),
  entryCode: z.string(),
  title: z.string(),
  /** Absent, as the members are, where nobody agrees to be named any more. */
  applicantName: z.string().exactOptional(),
  members: z.array(z.string()),
  decision: decisionView,
  issuedOn: localDate,
};

const revocation = z.object({ reason: z.string(), documentNumber: z.string(), at: moment });

export const checkedCertificate = z
  .object({
    state,
    ...face,
    revoked: revocation.exactOptional(),
    /** The version of the result that took the award away. */
    supersededBy: z
      .object({
        resultVersion: z.int(),
        documentNumber: z.string(),
        at: moment,
        reason: z.string().exactOptional(),
      })
      .exactOptional(),
  })
  .meta({
    id: 'CheckedCertificate',
    description: 'Whether a certificate holds, and what stands on it.',
  });

/** What organisers see of one. */
export const certificateView = z
  .object({
    state,
    ...face,
    prizeId: id,
    entryId: uuid,
    resultVersion: z.int(),
    digest: sha256,
    issuedAt: moment,
    revoked: revocation.exactOptional(),
  })
  .meta({ id: 'Certificate', description: 'A certificate of an award, and how it stands.' });

export const certificatesReply = z
  .object({
    /** How many of these were made by this call; the others were there. */
    issued: z.int(),
    /** Awards still without one: at most forty are issued at once. */
    remaining: z.int(),
    certificates: z.array(certificateView),
  })
  .meta({ id: 'Certificates', description: 'The certificates of the awards that were named.' });

export const certificateFile = z
  .object({
    url: z.string(),
    expiresAt: moment,
    size: z.int(),
    sha256,
    ...face,
  })
  .meta({
    id: 'CertificateFile',
    description: 'Where the PDF can be fetched, for sixty seconds, and what stands on it.',
  });
