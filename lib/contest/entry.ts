import { contentErrors, dateErrors, refuseErrors } from './content-errors.ts';
import { countingDocuments, type Dossier } from './dossier.ts';
import { type Edition, whyNotAfterSubmissions, whyNotBeforeJudging } from './edition.ts';
import type { EntryContent } from './entry-content.ts';
import type { EntryState } from './entry-state.ts';
import {
  type LateAdmission,
  notReopened,
  openingOf,
  type Supplement,
  whyNotEdit,
} from './entry-window.ts';
import { refuse } from './found.ts';
import { missingFromEntry } from './missing-from-entry.ts';
import type { Plan } from './plan.ts';
import { type FieldError, type Missing, type Refusal, Refused } from './refusal.ts';
import type { Screening } from './screening.ts';
import { withTaxCodeTaken, withTitleTaken } from './unique-parts.ts';

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
  /** Of the secretariat about the last submitted version, one for each person. */
  readonly opinions?: readonly Screening[];
  readonly screening?: Screening;
  readonly supplement?: Supplement;
  readonly late?: LateAdmission;
  /** Consents taken back; what was agreed to is in the content. */
  readonly withdrawnConsents?: readonly WithdrawnConsent[];
  /** The title is not held: the plan lets titles stand more than once. */
  readonly sharesTitle?: true;
  /** The tax number (without a branch) that the last submission holds, where the plan lets it stand once. */
  readonly takenTaxCode?: string;
  readonly version: number;
}

export interface WithdrawnConsent {
  readonly purpose: string;
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

/** The entry with new draft content; the last submitted version is not touched. */
export function editEntry(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly entry: Entry;
    /** What reading the content found. */
    readonly readErrors?: readonly FieldError[];
  },
  content: EntryContent,
  now: string,
): Entry {
  const { edition, plan, entry, readErrors = [] } = facts;
  refuse(whyNotEdit(edition, entry, now));
  const opening = openingOf(edition, entry, now);
  refuseErrors([
    ...contentErrors(plan, content),
    ...dateErrors(plan, content, now),
    ...readErrors,
    ...notReopened(opening, entry, content),
  ]);
  return withTitleTaken({ ...entry, content, version: entry.version + 1 }, plan);
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
  refuse(whyNotEdit(edition, entry, now) ?? whyNotAccepted(edition, acceptedPlanVersion));
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
  // What the secretariat thought of the version before does not hold for this one.
  const { opinions: _, screening: __, supplement, ...unscreened } = entry;
  const submitted: Entry = {
    ...unscreened,
    ...(supplement ? { supplement: answered(supplement, now) } : {}),
    state: 'submitted',
    submission: submission.submission,
    submittedAt: now,
    version: entry.version + 1,
  };
  return { entry: withTaxCodeTaken(submitted, plan, submission.content), submission };
}

function answered(supplement: Supplement, now: string): Supplement {
  const isOpen = supplement.answeredAt === undefined && now < supplement.closesAt;
  return isOpen ? { ...supplement, answeredAt: now } : supplement;
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
  refuse(whyNotEdit(edition, entry, now));
  const { takenTaxCode: _, ...freed } = entry;
  return { ...freed, state: 'withdrawn', version: entry.version + 1 };
}

/** The entry with the secretariat's decision on form and eligibility, taken after the freeze. */
export function screenEntry(edition: Edition, entry: Entry, screening: Screening): Entry {
  refuse(whyNotScreen(edition, entry, screening.at));
  return { ...entry, state: screening.decision, screening, version: entry.version + 1 };
}

function whyNotScreen(edition: Edition, entry: Entry, now: string): Refusal | undefined {
  if (entry.submission === 0 || entry.state === 'withdrawn') {
    return { code: 'state-conflict', state: entry.state };
  }
  return whyNotAfterSubmissions(edition, now) ?? whyNotBeforeJudging(edition);
}
