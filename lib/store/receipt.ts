import type { Submission } from '../contest/entry.ts';
import type { Signer } from '../platform/signer.ts';
import { canonicalJson, digestOf, sha256Hex } from './digest.ts';
import type { StoredSubmission } from './item-schemas.ts';

/** What a receipt says: enough to prove what was received and when, without the content itself. */
export interface ReceiptClaims {
  readonly editionId: string;
  readonly entryId: string;
  readonly code: string;
  readonly submission: number;
  readonly receivedAt: string;
  readonly planVersion: number;
  /** SHA-256 of the content's canonical JSON. */
  readonly contentSha256: string;
  readonly documents: Submission['documents'];
}

/** The claims of a submitted version. */
export function receiptClaims(submission: Submission): ReceiptClaims {
  const { editionId, entryId, code, receivedAt, planVersion, content, documents } = submission;
  return {
    editionId,
    entryId,
    code,
    submission: submission.submission,
    receivedAt,
    planVersion,
    contentSha256: digestOf(content),
    documents,
  };
}

/**
 * The bytes under the signature: a line that says what they are, and SHA-256 of the claims' canonical JSON
 * (a dossier's claims may be longer than the 4,096 bytes KMS signs).
 */
export function receiptBytes(claims: ReceiptClaims): Uint8Array {
  return new TextEncoder().encode(`contest-receipt/v1\n${sha256Hex(canonicalJson(claims))}\n`);
}

/** The submitted version with its signed receipt. */
export async function signSubmission(
  signer: Signer,
  submission: Submission,
): Promise<StoredSubmission> {
  const [signature, { keyId }] = await Promise.all([
    signer.sign(receiptBytes(receiptClaims(submission))),
    signer.publicKey(),
  ]);
  const receipt = { keyId, signature: Buffer.from(signature).toString('base64url') };
  return { ...submission, receipt };
}
