import { countingDocuments, type Dossier } from './dossier.ts';
import {
  type Edition,
  whyNotAfterSubmissions,
  whyNotBeforeJudging,
  whyNotSubmissionsOpen,
} from './edition.ts';
import {
  contentErrors,
  type EntryContent,
  missingFromEntry,
  refuseErrors,
} from './entry-content.ts';
import type { Plan } from './plan.ts';
import { type Missing, type Refusal, Refused } from './refusal.ts';

export type EntryState = 'draft' | 'submitted' | 'eligible' | 'ineligible' | 'withdrawn';

export interface Entry {
  readonly editionId: string;
  readonly entryId: string;
  /** What people say on the phone: `KT22-7Q4MZ2`. */
  readonly code: string;
  readonly ownerId: string;
  /** A verified one: receipts are sent there. */
  readonly ownerEmail?: string;
  readonly state: EntryState;
  readonly content: EntryContent;
  readonly createdAt: string;
  /** Of the last submitted version; it stands whatever happens to the draft. 0: never submitted. */
  readonly submission: number;
  readonly submittedAt?: string;
  readonly screening?: Screening;
  readonly version: number;
}

export interface Screening {
  readonly decision: 'eligible' | 'ineligible';
  readonly reasons: readonly string[];
  readonly by: string;
  readonly at: string;
}

/** A submitted version: never changed again. */
export interface Submission {
  readonly editionId: string;
  readonly entryId: string;
  readonly code: string;
  readonly submission: number;
  readonly receivedAt: string;
  readonly planVersion: number;
  readonly content: EntryContent;
  readonly documents: readonly SubmittedDocument[];
}

export interface SubmittedDocument {
  readonly documentId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly versionId: string;
}

/** Whether the draft may be worked on now. */
export function whyNotEdit(edition: Edition, entry: Entry, now: string): Refusal | undefined {
  if (entry.state !== 'draft' && entry.state !== 'submitted') {
    return { code: 'state-conflict', state: entry.state };
  }
  return whyNotSubmissionsOpen(edition, now);
}

/** The entry with new draft content; the last submitted version is not touched. */
export function editEntry(
  facts: { readonly edition: Edition; readonly plan: Plan; readonly entry: Entry },
  content: EntryContent,
  now: string,
): Entry {
  const refusal = whyNotEdit(facts.edition, facts.entry, now);
  if (refusal) throw new Refused(refusal);
  refuseErrors(contentErrors(facts.plan, content));
  return { ...facts.entry, content, version: facts.entry.version + 1 };
}

/**
 * The entry and its next submitted version: draft content and confirmed documents pinned as they are.
 * Received in time decides; a pending scan does not hold it up (judges wait for the verdict).
 */
export function submitEntry(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly entry: Entry;
    readonly dossier: Dossier;
  },
  acceptedPlanVersion: number,
  now: string,
): { entry: Entry; submission: Submission } {
  const { edition, plan, entry, dossier } = facts;
  const refusal = whyNotEdit(edition, entry, now) ?? whyNotAccepted(edition, acceptedPlanVersion);
  if (refusal) throw new Refused(refusal);
  refuseErrors(contentErrors(plan, entry.content));
  refuseMissing(missingFromEntry(plan, entry.content, dossier));
  const submission: Submission = {
    editionId: entry.editionId,
    entryId: entry.entryId,
    code: entry.code,
    submission: entry.submission + 1,
    receivedAt: now,
    planVersion: edition.planVersion,
    content: entry.content,
    documents: countingDocuments(dossier).map(
      ({ documentId, kind, fileName, contentType, size, sha256, stored }) => ({
        documentId,
        kind,
        fileName,
        contentType,
        size,
        sha256,
        versionId: stored.versionId,
      }),
    ),
  };
  const submitted: Entry = {
    ...entry,
    state: 'submitted',
    submission: submission.submission,
    submittedAt: now,
    version: entry.version + 1,
  };
  return { entry: submitted, submission };
}

function whyNotAccepted(edition: Edition, acceptedPlanVersion: number): Refusal | undefined {
  return acceptedPlanVersion === edition.planVersion
    ? undefined
    : { code: 'rules-changed', current: edition.planVersion };
}

function refuseMissing(missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const onlyDocuments = missing.every(({ document }) => document !== undefined);
  throw new Refused({ code: onlyDocuments ? 'upload-incomplete' : 'entry-incomplete', missing });
}

/** The entry taken back by its owner, before the deadline. Taking it back twice is taking it back. */
export function withdrawEntry(edition: Edition, entry: Entry, now: string): Entry {
  if (entry.state === 'withdrawn') return entry;
  const refusal = whyNotEdit(edition, entry, now);
  if (refusal) throw new Refused(refusal);
  return { ...entry, state: 'withdrawn', version: entry.version + 1 };
}

/** The entry with the secretariat's decision on form and eligibility, taken after the freeze. */
export function screenEntry(edition: Edition, entry: Entry, screening: Screening): Entry {
  const refusal = whyNotScreen(edition, entry, screening.at);
  if (refusal) throw new Refused(refusal);
  return { ...entry, state: screening.decision, screening, version: entry.version + 1 };
}

function whyNotScreen(edition: Edition, entry: Entry, now: string): Refusal | undefined {
  if (entry.submission === 0 || entry.state === 'withdrawn') {
    return { code: 'state-conflict', state: entry.state };
  }
  return whyNotAfterSubmissions(edition, now) ?? whyNotBeforeJudging(edition);
}
