import { contentErrors, refuseErrors } from './content-errors.ts';
import { countingDocuments, type Dossier, type DossierDocument } from './dossier.ts';
import type { EntryContent } from './entry-content.ts';
import { isReopened, type Supplement } from './entry-window.ts';
import { missingFromEntry } from './missing-from-entry.ts';
import type { Plan } from './plan.ts';
import { type Missing, Refused } from './refusal.ts';

/** A file of a submitted version, pinned as it was. */
export interface SubmittedDocument {
  readonly documentId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly versionId: string;
}

/** What a submitted version is made of. */
export interface HandedIn {
  readonly content: EntryContent;
  readonly documents: readonly SubmittedDocument[];
}

/** The whole draft as it is, complete and without errors. @throws Refused validation-failed, entry-incomplete, upload-incomplete */
export function wholeDraft(plan: Plan, content: EntryContent, dossier: Dossier): HandedIn {
  refuseErrors(contentErrors(plan, content));
  refuseMissing(missingFromEntry(plan, content, dossier));
  return { content, documents: pinned(dossier) };
}

/**
 * The last submitted version with the parts that a supplement names as they are in the draft. All else stays as it was handed
 * in, whatever the draft became or the rules ask for by now: the startup could not change it. @throws Refused
 */
export function supplemented(
  facts: {
    readonly plan: Plan;
    readonly draft: EntryContent;
    readonly dossier: Dossier;
    readonly last: HandedIn;
  },
  { fields, documents: kinds }: Pick<Supplement, 'fields' | 'documents'>,
): HandedIn {
  const { plan, draft, dossier, last } = facts;
  const content = replaced(last.content, draft, fields);
  const isOpen = ({ pointer }: { readonly pointer: string }) => isReopened(fields, pointer);
  const isNamed = ({ kind }: { readonly kind: string }) => kinds.includes(kind);
  refuseErrors(contentErrors(plan, content).filter(isOpen));
  const missing = missingFromEntry(plan, content, withLast(dossier, last, isNamed));
  refuseMissing(missingWithin({ fields, documents: kinds }, missing));
  const kept = last.documents.filter((one) => !isNamed(one));
  return { content, documents: [...kept, ...pinned(dossier).filter(isNamed)] };
}

/** Of what an entry lacks those things that a supplement of these parts can add: nothing else holds its answer up. */
export function missingWithin<M extends Missing>(
  { fields, documents: kinds }: Pick<Supplement, 'fields' | 'documents'>,
  missing: readonly M[],
): M[] {
  return missing.filter(({ pointer, consent, document }) => {
    if (consent !== undefined && pointer === undefined) return fields.includes('consents');
    // A link may have stood for the document.
    if (document !== undefined) return kinds.includes(document) || fields.includes('links');
    return pointer !== undefined && isReopened(fields, pointer);
  });
}

function replaced(
  last: EntryContent,
  draft: EntryContent,
  fields: readonly string[],
): EntryContent {
  const { title, trackId, members, consents } = last;
  return {
    ...{ title, trackId, members, consents },
    ...Object.fromEntries([
      ...Object.entries(last).filter(([field]) => !fields.includes(field)),
      ...Object.entries(draft).filter(([field]) => fields.includes(field)),
    ]),
  };
}

/** The files of the named kinds as they are, all others as they were handed in. */
function withLast(
  dossier: Dossier,
  last: HandedIn,
  isNamed: (document: DossierDocument) => boolean,
): Dossier {
  const submitted = new Set(last.documents.map(({ documentId }) => documentId));
  const documents = dossier.documents.flatMap((document) => {
    if (isNamed(document)) return [document];
    const { removedAt: _, ...kept } = document;
    return submitted.has(document.documentId) ? [kept] : [];
  });
  return { ...dossier, documents };
}

const pinned = (dossier: Dossier): SubmittedDocument[] =>
  countingDocuments(dossier).map(
    ({ documentId, kind, fileName, contentType, size, sha256, stored }) => ({
      documentId,
      kind,
      fileName,
      contentType,
      size,
      sha256,
      versionId: stored.versionId,
    }),
  );

function refuseMissing(missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const onlyDocuments = missing.every(({ document }) => document !== undefined);
  throw new Refused({ code: onlyDocuments ? 'upload-incomplete' : 'entry-incomplete', missing });
}
