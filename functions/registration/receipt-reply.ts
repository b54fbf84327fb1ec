import type { Dossier } from '../../lib/contest/dossier.ts';
import type { StoredSubmission } from '../../lib/store/item-schemas.ts';
import { receiptClaims } from '../../lib/store/receipt.ts';

/** The receipt of a submitted version, and whether its files are checked already. */
export const receiptReply = (submission: StoredSubmission, dossier: Dossier) => ({
  ...receiptClaims(submission),
  documents: [...submission.documents],
  scan: isClean(submission, dossier) ? ('clean' as const) : ('pending' as const),
  ...submission.receipt,
});

function isClean(submission: StoredSubmission, dossier: Dossier): boolean {
  return submission.documents.every(({ documentId, versionId }) => {
    const inspection = dossier.documents.find((one) => one.documentId === documentId)?.inspection;
    return inspection?.verdict === 'clean' && inspection.versionId === versionId;
  });
}
