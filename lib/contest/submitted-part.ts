import type { Dossier } from './dossier.ts';
import type { Submission } from './entry.ts';

/** The files that were handed in, whatever the draft has become, with what the inspection has said of them since. */
export function submittedPart(
  dossier: Dossier,
  { documents }: Pick<Submission, 'documents'>,
): Dossier {
  const pinned = new Set(documents.map(({ documentId }) => documentId));
  const submitted = dossier.documents
    .filter(({ documentId }) => pinned.has(documentId))
    .map(({ removedAt: _, ...document }) => document);
  return { ...dossier, documents: submitted };
}
