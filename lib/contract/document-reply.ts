import type { DossierDocument } from '../contest/dossier.ts';

/** A document as it is shown: without where it lies. */
export const documentReply = (document: DossierDocument) => ({
  ...document,
  confirmed: document.stored !== undefined,
  inspection: document.inspection.verdict,
  ...(document.inspection.verdict === 'rejected' ? { reason: document.inspection.reason } : {}),
});
