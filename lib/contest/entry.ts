import { currentDocuments, type Dossier } from './dossier.ts';
import { type Edition, whyNotAfterSubmissions, whyNotSubmissionsOpen } from './edition.ts';
import { type ApplicantKind, documentsFor, type Plan } from './plan.ts';
import { type FieldError, type Missing, type Refusal, Refused } from './refusal.ts';

/** What the startup says of itself and its idea. A draft may leave anything out. */
export interface EntryContent {
  readonly title: string;
  readonly trackId: string;
  readonly fieldId?: string;
  /** For the judges. */
  readonly summary?: string;
  /** The only text that is ever published (technical detail could cost a patent its novelty). */
  readonly publicSummary?: string;
  readonly applicant?: Applicant;
  readonly members: readonly TeamMember[];
  /** Purposes agreed to, each with the text version that was shown. */
  readonly consents: readonly { readonly purpose: string; readonly version: string }[];
}

export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly taxCode?: string;
  readonly address?: string;
}

export interface TeamMember {
  readonly name: string;
  readonly role: 'lead' | 'member';
}

export type EntryState = 'draft' | 'submitted' | 'eligible' | 'ineligible' | 'withdrawn';

export interface Entry {
  readonly editionId: string;
  readonly entryId: string;
  /** What people say on the phone: `KT22-7Q4MZ2`. */
  readonly code: string;
  readonly ownerId: string;
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

/** References of the content to the plan that lead nowhere, and limits it crosses, all at once. */
export function contentErrors(plan: Plan, content: EntryContent): FieldError[] {
  const errors: FieldError[] = [];
  if (!plan.tracks.some(({ id }) => id === content.trackId)) {
    errors.push({ pointer: '/trackId', code: 'not-allowed' });
  }
  if (content.fieldId !== undefined && !plan.fields.some(({ id }) => id === content.fieldId)) {
    errors.push({ pointer: '/fieldId', code: 'not-allowed' });
  }
  if (content.applicant && !plan.applicantKinds.includes(content.applicant.kind)) {
    errors.push({ pointer: '/applicant/kind', code: 'not-allowed' });
  }
  if (content.members.length > plan.limits.teamSize) {
    errors.push({ pointer: '/members', code: 'too-many', limit: plan.limits.teamSize });
  }
  return [...errors, ...repeatedMembers(content), ...consentErrors(plan, content)];
}

function repeatedMembers(content: EntryContent): FieldError[] {
  return content.members.flatMap((member, index) =>
    content.members.findIndex(({ name }) => name === member.name) < index
      ? [{ pointer: `/members/${index}`, code: 'repeated' }]
      : [],
  );
}

function consentErrors(plan: Plan, content: EntryContent): FieldError[] {
  return content.consents.flatMap(({ purpose, version }, index) => {
    const asked = plan.consents.find((consent) => consent.purpose === purpose);
    if (!asked) return [{ pointer: `/consents/${index}/purpose`, code: 'not-allowed' }];
    return asked.version === version
      ? []
      : [{ pointer: `/consents/${index}/version`, code: 'outdated' }];
  });
}

/** Every unmet requirement of a submission, at any time: "what is still missing?". Submit asks the same. */
export function missingFromEntry(plan: Plan, content: EntryContent, dossier: Dossier): Missing[] {
  return [
    ...missingFields(content),
    ...plan.consents
      .filter(({ required, purpose }) => required && !hasConsent(content, purpose))
      .map(({ purpose }): Missing => ({ code: 'consent-missing', consent: purpose })),
    ...missingDocuments(plan, content.trackId, dossier),
  ];
}

function missingFields(content: EntryContent): Missing[] {
  const missing: Missing[] = [];
  if (content.fieldId === undefined) missing.push({ code: 'required', pointer: '/fieldId' });
  if (!content.summary) missing.push({ code: 'required', pointer: '/summary' });
  if (!content.publicSummary) missing.push({ code: 'required', pointer: '/publicSummary' });
  if (!content.applicant) missing.push({ code: 'required', pointer: '/applicant' });
  else if (needsTaxCode(content.applicant)) {
    missing.push({ code: 'required', pointer: '/applicant/taxCode' });
  }
  if (!content.members.some(({ role }) => role === 'lead')) {
    missing.push({ code: 'lead-missing', pointer: '/members' });
  }
  return missing;
}

function needsTaxCode(applicant: Applicant): boolean {
  const registered = applicant.kind !== 'individual' && applicant.kind !== 'team';
  return registered && applicant.taxCode === undefined;
}

function hasConsent(content: EntryContent, purpose: string): boolean {
  return content.consents.some((consent) => consent.purpose === purpose);
}

function missingDocuments(plan: Plan, trackId: string, dossier: Dossier): Missing[] {
  const required = documentsFor(plan, trackId).filter((document) => document.required);
  const absent = required.filter(
    ({ kind }) => !confirmed(dossier).some((one) => one.kind === kind),
  );
  const refused = currentDocuments(dossier).filter(
    ({ inspection, stored }) => stored !== undefined && inspection.verdict === 'rejected',
  );
  return [
    ...absent.map(({ kind }): Missing => ({ code: 'document-missing', document: kind })),
    ...refused.map(({ kind }): Missing => ({ code: 'document-rejected', document: kind })),
  ];
}

function confirmed(dossier: Dossier) {
  return currentDocuments(dossier).flatMap((document) =>
    document.stored !== undefined && document.inspection.verdict !== 'rejected'
      ? [{ ...document, stored: document.stored }]
      : [],
  );
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

/** Refuses content with errors, all of them at once. */
export function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
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
    documents: confirmed(dossier).map(
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
  return whyNotAfterSubmissions(edition, now);
}
