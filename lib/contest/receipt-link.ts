/** What a link to a receipt is made of. */
export interface ReceiptLink {
  readonly editionId: string;
  readonly code: string;
  readonly submission: number;
  /** Base64url. */
  readonly signature: string;
}

/**
 * Where anybody who has the link can check the receipt, behind the origin: a page in their language. Behind `/api` the same
 * path and query are `checkReceipt`.
 */
export function receiptPagePath({ editionId, code, submission, signature }: ReceiptLink): string {
  return `/editions/${editionId}/receipts/${code}/${submission}?signature=${signature}`;
}
