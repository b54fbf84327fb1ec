import { contentErrors, dateErrors, refuseErrors } from './content-errors.ts';
import type { Dossier } from './dossier.ts';
import type { Edition } from './edition.ts';
import type { EntryContent } from './entry-content.ts';
import type { EntryState } from './entry-state.ts';
import {
  errorsWithin,
  type LateAdmission,
  notReopened,
  openingOf,
  openSupplement,
  type Supplement,
  whyNotEdit,
  whyNotWithdraw,
} from './entry-window.ts';
import { found, refuse } from './found.ts';
import { type HandedIn, supplemented, wholeDraft } from './handed-in.ts';
import type { Plan } from './plan.ts';
import type { FieldError, Refusal } from './refusal.ts';
import type { Screening } from './screening.ts';
import { sharedTitle, takenTaxCode } from './unique-parts.ts';

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
export interface Submission extends HandedIn {
  readonly editionId: string;
  readonly entryId: string;
  readonly code: string;
  readonly submission: number;
  readonly receivedAt: string;
  readonly planVersion: number;
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
    ...errorsWithin(opening, entry, [
      ...contentErrors(plan, content),
      ...dateErrors(plan, content, now),
      ...readErrors,
    ]),
    ...notReopened(opening, entry, content),
  ]);
  const { sharesTitle: _, ...rest } = entry;
  return { ...rest, ...sharedTitle(plan), content, version: entry.version + 1 };
}

/**
 * The entry and its next submitted version: draft content and confirmed documents pinned as they are, through a supplement
 * only the parts that it names. Received in time decides; a pending scan does not hold it up (judges wait for the verdict).
 */
export function submitEntry(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly entry: Entry;
    readonly dossier: Dossier;
    /** The last submitted version. */
    readonly last?: HandedIn | undefined;
  },
  acceptedPlanVersion: number,
  now: string,
): { entry: Entry; submission: Submission } {
  const { edition, plan, entry } = facts;
  refuse(whyNotEdit(edition, entry, now) ?? whyNotAccepted(edition, acceptedPlanVersion));
  const { content, documents } = handedIn(facts, now);
  const submission: Submission = {
    editionId: entry.editionId,
    entryId: entry.entryId,
    code: entry.code,
    submission: entry.submission + 1,
    receivedAt: now,
    planVersion: edition.planVersion,
    content,
    documents,
  };
  // What the secretariat thought of the version before does not hold for this one.
  const { opinions: _, screening: __, takenTaxCode: ___, ...unscreened } = entry;
  const open = openSupplement(entry, now);
  const submitted: Entry = {
    ...unscreened,
    ...takenTaxCode(plan, content),
    ...(open ? { supplement: { ...open, answeredAt: now } } : {}),
    state: 'submitted',
    submission: submission.submission,
    submittedAt: now,
    version: entry.version + 1,
  };
  return { entry: submitted, submission };
}

function handedIn(facts: Parameters<typeof submitEntry>[0], now: string): HandedIn {
  const { edition, plan, entry, dossier, last } = facts;
  const opening = openingOf(edition, entry, now);
  if (opening !== 'supplement') return wholeDraft(plan, entry.content, dossier);
  const draft = entry.content;
  return supplemented({ plan, draft, dossier, last: found(last) }, found(entry.supplement));
}

function whyNotAccepted(edition: Edition, acceptedPlanVersion: number): Refusal | undefined {
  return acceptedPlanVersion === edition.planVersion
    ? undefined
    : { code: 'rules-changed', current: edition.planVersion };
}

/** The entry taken back by its owner, before the deadline. Taking it back twice is taking it back. */
export function withdrawEntry(edition: Edition, entry: Entry, now: string): Entry {
  if (entry.state === 'withdrawn') return entry;
  refuse(whyNotWithdraw(edition, entry, now));
  const { takenTaxCode: _, ...freed } = entry;
  return { ...freed, state: 'withdrawn', version: entry.version + 1 };
}
