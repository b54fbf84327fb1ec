import { submissionRoutes } from '../../lib/contract/submission-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { receiptClaims } from '../../lib/store/receipt.ts';
import { isReceiptOf, loadReceived } from '../../lib/store/receipt-check.ts';

/** Whoever has a receipt's signature is told what was received; to all others there is no such receipt. */
export const checkReceipt = endpoint(
  submissionRoutes.checkReceipt,
  async ({ path, query, table, signer }) => {
    const [{ keyId, raw }, received] = await Promise.all([
      signer.publicKey(),
      loadReceived(table, path),
    ]);
    const asked = { ...path, ...query };
    if (!received || !isReceiptOf(received, asked, raw)) return { valid: false as const };
    const { submission, latest, withdrawn } = received;
    const { documents, ...claims } = receiptClaims(submission);
    const receipt = { ...claims, documents: [...documents], keyId };
    return { valid: true as const, receipt, latest, withdrawn };
  },
);
