import { countingDocuments, type Dossier } from './dossier.ts';
import type { Entry } from './entry.ts';
import type { HandedIn } from './handed-in.ts';
import { sameData } from './same-data.ts';

/** Whether a draft, or what was changed in it since it was handed in, would not count if the deadline were now. */
export function isUnsubmitted(
  entry: Pick<Entry, 'state' | 'content'>,
  dossier: Dossier,
  submission: HandedIn | undefined,
): boolean {
  if (entry.state === 'withdrawn') return false;
  if (submission === undefined) return true;
  const files = countingDocuments(dossier).map(
    (one) => `${one.documentId} ${one.stored.versionId}`,
  );
  const handedIn = submission.documents.map((one) => `${one.documentId} ${one.versionId}`);
  return !sameData(entry.content, submission.content) || !sameData(files.sort(), handedIn.sort());
}
