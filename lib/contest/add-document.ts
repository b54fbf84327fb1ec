import type { Dossier, DossierDocument } from './dossier.ts';
import { type DocumentRequirement, documentsFor, type Plan } from './plan.ts';
import { type Refusal, Refused } from './refusal.ts';

/** What somebody wants to upload. */
export type DocumentOffer = Pick<
  DossierDocument,
  'kind' | 'fileName' | 'contentType' | 'size' | 'sha256'
>;

/**
 * The most files that a dossier ever holds, with those taken out of the draft: a submitted version may have pinned
 * any of them, and all are one item of at most 400 KB.
 */
const documentsEver = 200;

/** The dossier with one more ticketed document; a ticket that was never used makes room for the next. */
export function addDocument(
  facts: { readonly plan: Plan; readonly trackId: string; readonly dossier: Dossier },
  offer: DocumentOffer,
  made: { readonly documentId: string; readonly now: string },
): Dossier {
  const { plan, dossier } = facts;
  const kept = dossier.documents.filter((one) => !isAbandoned(one, made.now));
  const requirement = documentsFor(plan, facts.trackId).find(({ kind }) => kind === offer.kind);
  const refusal = requirement
    ? (whyNotOffer(requirement, offer) ?? whyNoRoom(plan, requirement, kept, offer))
    : invalid('/kind', 'not-allowed');
  if (refusal) throw new Refused(refusal);
  const document: DossierDocument = {
    documentId: made.documentId,
    ...offer,
    ticketedAt: made.now,
    inspection: { verdict: 'pending' },
  };
  return { ...dossier, documents: [...kept, document], version: dossier.version + 1 };
}

/** Tickets are good for five minutes; after fifteen an unused one no longer takes up room. */
function isAbandoned(document: DossierDocument, now: string): boolean {
  const age = Date.parse(now) - Date.parse(document.ticketedAt);
  return document.stored === undefined && age > 15 * 60_000;
}

function whyNotOffer(requirement: DocumentRequirement, offer: DocumentOffer): Refusal | undefined {
  if (!requirement.contentTypes.some((type) => type === offer.contentType)) {
    return invalid('/contentType', 'not-allowed');
  }
  if (offer.size > requirement.maxBytes) {
    return invalid('/size', 'too-large', requirement.maxBytes);
  }
  return undefined;
}

function whyNoRoom(
  plan: Plan,
  requirement: DocumentRequirement,
  kept: readonly DossierDocument[],
  offer: DocumentOffer,
): Refusal | undefined {
  const counted = kept.filter(
    ({ removedAt, inspection }) => removedAt === undefined && inspection.verdict !== 'rejected',
  );
  const ofKind = counted.filter(({ kind }) => kind === offer.kind);
  if (ofKind.length >= requirement.maxCount) {
    return {
      code: 'quota-exceeded',
      limit: `documents.${offer.kind}`,
      allowed: requirement.maxCount,
    };
  }
  if (kept.length >= documentsEver) {
    return { code: 'quota-exceeded', limit: 'documentsEver', allowed: documentsEver };
  }
  if (counted.length >= plan.limits.filesPerEntry) {
    return { code: 'quota-exceeded', limit: 'filesPerEntry', allowed: plan.limits.filesPerEntry };
  }
  const bytes = counted.reduce((sum, { size }) => sum + size, offer.size);
  if (bytes > plan.limits.bytesPerEntry) {
    return { code: 'quota-exceeded', limit: 'bytesPerEntry', allowed: plan.limits.bytesPerEntry };
  }
  return undefined;
}

function invalid(pointer: string, code: string, limit?: number): Refusal {
  const error = limit === undefined ? { pointer, code } : { pointer, code, limit };
  return { code: 'validation-failed', errors: [error] };
}
