import type { InspectionReason } from './inspection-reasons.ts';
import { Refused } from './refusal.ts';

/** One file of a dossier. It exists from the ticket on; it counts once confirmed. */
export interface DossierDocument {
  readonly documentId: string;
  /** A kind of the plan's document list. */
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex, as the applicant's device computed it. */
  readonly sha256: string;
  readonly ticketedAt: string;
  /** The version that was uploaded; absent until confirmed. */
  readonly stored?: { readonly versionId: string; readonly confirmedAt: string };
  /** Taken out of the draft; kept here because a submitted version may have pinned it. */
  readonly removedAt?: string;
  readonly inspection: Inspection;
}

/**
 * What the inspection found so far. No verdict is not clean: a file is clean when its structure is, and when
 * the malware scanner said so of the same version (unless the office runs without a scanner).
 */
export type Inspection =
  | {
      readonly verdict: 'pending';
      /** The version whose structure is what it claims to be. */
      readonly structure?: string;
      /** The version in which the scanner found no threat. */
      readonly scan?: string;
    }
  | { readonly verdict: 'clean'; readonly versionId: string }
  | {
      readonly verdict: 'rejected';
      readonly versionId: string;
      readonly reason: InspectionReason;
    };

/** The files of one entry, kept together so that quotas are decided on all of them. */
export interface Dossier {
  readonly editionId: string;
  readonly entryId: string;
  readonly documents: readonly DossierDocument[];
  readonly version: number;
}

/** The document, or the refusal that there is none. */
export function documentOf(dossier: Dossier, documentId: string): DossierDocument {
  const found = dossier.documents.find((document) => document.documentId === documentId);
  if (!found) throw new Refused({ code: 'not-found' });
  return found;
}

/** A document of the draft, or the refusal that there is none. */
export function currentDocument(dossier: Dossier, documentId: string): DossierDocument {
  const document = documentOf(dossier, documentId);
  if (document.removedAt !== undefined) throw new Refused({ code: 'not-found' });
  return document;
}

/**
 * The dossier after the applicant said the upload is through: pins the version that lies in the store.
 * Confirming again changes nothing; a file the inspection turned away says why.
 */
export function confirmDocument(
  dossier: Dossier,
  documentId: string,
  stored: { readonly versionId: string; readonly size: number } | undefined,
  now: string,
): Dossier {
  const document = currentDocument(dossier, documentId);
  if (document.inspection.verdict === 'rejected') {
    throw new Refused({ code: 'file-rejected', reason: document.inspection.reason });
  }
  if (document.stored) return dossier;
  if (!stored || stored.size !== document.size) {
    throw new Refused({
      code: 'upload-incomplete',
      missing: [{ code: 'not-uploaded', document: document.kind }],
    });
  }
  const pinned = { versionId: stored.versionId, confirmedAt: now };
  return withDocument(dossier, { ...document, stored: pinned });
}

/** The documents that count, each with its stored version: confirmed, and not rejected. */
export function countingDocuments(dossier: Dossier) {
  return currentDocuments(dossier).flatMap((document) =>
    document.stored !== undefined && document.inspection.verdict !== 'rejected'
      ? [{ ...document, stored: document.stored }]
      : [],
  );
}

/** The files of the draft: all but those that were taken out. */
export function currentDocuments(dossier: Dossier): DossierDocument[] {
  return dossier.documents.filter(({ removedAt }) => removedAt === undefined);
}

/** The dossier with one document taken out of the draft; a file that was never confirmed goes for good. */
export function removeDocument(dossier: Dossier, documentId: string, now: string): Dossier {
  const document = currentDocument(dossier, documentId);
  if (document.stored) return withDocument(dossier, { ...document, removedAt: now });
  const documents = dossier.documents.filter((one) => one !== document);
  return { ...dossier, documents, version: dossier.version + 1 };
}

/** The dossier with one document changed. */
export function withDocument(dossier: Dossier, changed: DossierDocument): Dossier {
  const documents = dossier.documents.map((document) =>
    document.documentId === changed.documentId ? changed : document,
  );
  return { ...dossier, documents, version: dossier.version + 1 };
}
