import { documentKey } from '../../lib/contest/document-key.ts';
import type { DossierDocument } from '../../lib/contest/dossier.ts';
import { refuse } from '../../lib/contest/found.ts';
import { whyNotReadable } from '../../lib/contest/readable.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import type { Files } from '../../lib/platform/files.ts';

/** Long enough for a phone to begin the download, short enough to be worth nothing when it leaks. */
const linkSeconds = 60;

/** A link to the version that was confirmed and inspected, and to no other. */
export async function downloadLink(
  documents: Files,
  at: { readonly editionId: string; readonly entryId: string },
  document: DossierDocument,
): Promise<{ url: string; expiresAt: string }> {
  refuse(whyNotReadable(document));
  const { documentId, fileName, contentType, stored } = document;
  if (!stored) throw new Refused({ code: 'scan-pending' });
  return documents.link({
    key: documentKey({ ...at, documentId }),
    versionId: stored.versionId,
    fileName,
    contentType,
    expiresInSeconds: linkSeconds,
  });
}
