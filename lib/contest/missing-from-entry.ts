import { missingAnswers } from './answers.ts';
import { missingOfApplicant } from './applicant-rules.ts';
import { missingPurposes } from './content-consents.ts';
import { countingDocuments, currentDocuments, type Dossier } from './dossier.ts';
import type { EntryContent } from './entry-content.ts';
import { missingOfMembers } from './members.ts';
import { type DocumentRequirement, documentsFor, type Plan } from './plan.ts';
import type { Missing } from './refusal.ts';

/** Every unmet requirement of a submission, at any time: "what is still missing?". Submit asks the same. */
export function missingFromEntry(plan: Plan, content: EntryContent, dossier: Dossier): Missing[] {
  return [
    ...missingFields(content),
    ...missingOfApplicant(plan, content.applicant),
    ...missingOfMembers(plan, content),
    ...missingAnswers(plan, content),
    ...missingPurposes(plan, content.consents).map((consent) => ({
      code: 'consent-missing',
      consent,
    })),
    ...missingDocuments(plan, content, dossier),
  ];
}

function missingFields(content: EntryContent): Missing[] {
  const missing: Missing[] = [];
  if (content.fieldId === undefined) missing.push({ code: 'required', pointer: '/fieldId' });
  if (!content.summary) missing.push({ code: 'required', pointer: '/summary' });
  if (!content.publicSummary) missing.push({ code: 'required', pointer: '/publicSummary' });
  return missing;
}

function missingDocuments(plan: Plan, content: EntryContent, dossier: Dossier): Missing[] {
  const counting = countingDocuments(dossier);
  const refused = currentDocuments(dossier).filter(
    ({ inspection, stored }) => stored !== undefined && inspection.verdict === 'rejected',
  );
  return [
    ...documentsFor(plan, content.trackId).flatMap((document) => {
      const isOfKind = ({ kind }: { readonly kind: string }) => kind === document.kind;
      const links = (content.links ?? []).filter(isOfKind).length;
      return missingOfKind(document, counting.filter(isOfKind).length, links);
    }),
    ...refused.map(({ kind }): Missing => ({ code: 'document-rejected', document: kind })),
  ];
}

/** A link stands for a file: one is enough, and both together may be as many as the document may have. */
function missingOfKind(
  { kind, required, maxCount }: DocumentRequirement,
  files: number,
  links: number,
): Missing[] {
  const actual = files + links;
  if (required && actual === 0) return [{ code: 'document-missing', document: kind }];
  return links > 0 && actual > maxCount
    ? [{ code: 'too-many-documents', document: kind, limit: maxCount, actual }]
    : [];
}
