import type { DossierDocument } from './dossier.ts';
import type { Refusal } from './refusal.ts';

/** Whether this file may be handed to a reader: inspected clean, in the very version that was confirmed. */
export function whyNotReadable(document: DossierDocument): Refusal | undefined {
  if (document.inspection.verdict === 'rejected') {
    return { code: 'file-rejected', reason: document.inspection.reason };
  }
  if (!document.stored) {
    return {
      code: 'upload-incomplete',
      missing: [{ code: 'not-uploaded', document: document.kind }],
    };
  }
  const clean =
    document.inspection.verdict === 'clean' &&
    document.inspection.versionId === document.stored.versionId;
  return clean ? undefined : { code: 'scan-pending' };
}
