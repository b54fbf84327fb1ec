import { currentDocuments, type Dossier } from '../../lib/contest/dossier.ts';
import type { Entry } from '../../lib/contest/entry.ts';
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
