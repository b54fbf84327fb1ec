import type { Address } from './address.ts';
import { countingDocuments, currentDocuments, type Dossier } from './dossier.ts';
import type { LocalDate } from './local-date.ts';
import { type ApplicantKind, documentsFor, type Plan } from './plan.ts';
import { type FieldError, type Missing, Refused } from './refusal.ts';

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
  /** By the id of the plan's question: a text, the id of an option, or several of them. */
  readonly answers?: { readonly [question: string]: string | readonly string[] };
  /** In place of files, where the plan takes links. */
  readonly links?: readonly ContentLink[];
  /** Purposes agreed to, each with the text version that was shown. */
  readonly consents: readonly { readonly purpose: string; readonly version: string }[];
}

export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly taxCode?: string;
  /** Of the first registration of the business. */
  readonly registeredOn?: LocalDate;
  readonly address?: Address;
}

export interface TeamMember {
  readonly name: string;
  readonly role: 'lead' | 'member';
  /** Whole percent of the work. */
  readonly contributionPercent?: number;
  readonly birthDate?: LocalDate;
  /** Of a minor. */
  readonly guardian?: Guardian;
}

/** Who answers for a minor, and agreed for them. */
export interface Guardian {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly consents: EntryContent['consents'];
}

/** Where a document of this kind can be seen: https, on a host of the plan. */
export interface ContentLink {
  readonly kind: string;
  readonly url: string;
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
    ({ kind }) => !countingDocuments(dossier).some((one) => one.kind === kind),
  );
  const refused = currentDocuments(dossier).filter(
    ({ inspection, stored }) => stored !== undefined && inspection.verdict === 'rejected',
  );
  return [
    ...absent.map(({ kind }): Missing => ({ code: 'document-missing', document: kind })),
    ...refused.map(({ kind }): Missing => ({ code: 'document-rejected', document: kind })),
  ];
}

/** Refuses content with errors, all of them at once. */
export function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
}
