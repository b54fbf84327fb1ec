import { currentDocuments, type Dossier } from '../../lib/contest/dossier.ts';
import type { Entry, Submission } from '../../lib/contest/entry.ts';
import { missingFromEntry } from '../../lib/contest/entry-content.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { documentReply } from '../../lib/contract/document-reply.ts';

/** An entry with its documents and all that a submission still needs. */
export const entryReply = (plan: Plan, entry: Entry, dossier: Dossier) => {
  const { screening, content, ...rest } = entry;
  return {
    ...rest,
    content: {
      ...content,
      members: [...content.members],
      consents: [...content.consents],
    },
    documents: currentDocuments(dossier).map(documentReply),
    missing: missingFromEntry(plan, content, dossier),
    ...(screening ? { screening: { ...screening, reasons: [...screening.reasons] } } : {}),
  };
};

/** An entry as it was handed in, whatever its draft has become since: what those who run the contest work on. */
export const submittedReply = (
  plan: Plan,
  entry: Entry,
  dossier: Dossier,
  { content, documents }: Submission,
) => {
  const pinned = new Set(documents.map(({ documentId }) => documentId));
  const submitted = dossier.documents
    .filter(({ documentId }) => pinned.has(documentId))
    .map(({ removedAt: _, ...document }) => document);
  return entryReply(plan, { ...entry, content }, { ...dossier, documents: submitted });
};
