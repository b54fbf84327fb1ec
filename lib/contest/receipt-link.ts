/** What a link to a receipt is made of. */
export interface ReceiptLink {
  readonly editionId: string;
  readonly code: string;
  readonly submission: number;
  /** Base64url. */
  readonly signature: string;
}

/** Where anybody who has the link can check the receipt, behind the origin: the path and query of `checkReceipt`. */
export function receiptCheckPath({ editionId, code, submission, signature }: ReceiptLink): string {
  return `/api/editions/${editionId}/receipts/${code}/${submission}?signature=${signature}`;
}
