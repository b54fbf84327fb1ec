import type { Address } from './address.ts';
import type { LocalDate } from './local-date.ts';
import type { ApplicantKind } from './plan.ts';

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
  /** Who advises the team: they judge none of it. */
  readonly mentors?: readonly Mentor[];
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

/** Somebody who advises the team and is no part of it. */
export interface Mentor {
  readonly name: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
}

/** Where a document of this kind can be seen: https, on a host of the plan. */
export interface ContentLink {
  readonly kind: string;
  readonly url: string;
}
