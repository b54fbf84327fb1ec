import type { Dossier, Inspection } from '../../lib/contest/dossier.ts';
import type { SubmittedDocument } from '../../lib/contest/handed-in.ts';
import type { StoredSubmission } from '../../lib/store/item-schemas.ts';
import { receiptClaims } from '../../lib/store/receipt.ts';

type Verdict = Inspection['verdict'];

/** The receipt of a submitted version, and what the inspection of its files has come to. */
export const receiptReply = (submission: StoredSubmission, dossier: Dossier) => ({
  ...receiptClaims(submission),
  documents: [...submission.documents],
  scan: scanOf(submission, dossier),
  ...submission.receipt,
});

/** One file turned away is said at once, whatever the others wait for. */
function scanOf({ documents }: StoredSubmission, dossier: Dossier): Verdict {
  const verdicts = documents.map((document) => verdictOf(document, dossier));
  if (verdicts.includes('rejected')) return 'rejected';
  return verdicts.every((verdict) => verdict === 'clean') ? 'clean' : 'pending';
}

/** On the version that was handed in; no verdict on it is none. */
function verdictOf({ documentId, versionId }: SubmittedDocument, { documents }: Dossier): Verdict {
  const inspection = documents.find((one) => one.documentId === documentId)?.inspection;
  if (inspection === undefined || inspection.verdict === 'pending') return 'pending';
  return inspection.versionId === versionId ? inspection.verdict : 'pending';
}
