import { type Edition, whyNotBeforeJudging, whyNotSubmissionsOpen } from './edition.ts';
import type { EntryContent } from './entry-content.ts';
import type { EntryState } from './entry-state.ts';
import type { FieldError, Refusal } from './refusal.ts';
import { sameData } from './same-data.ts';

/** Named parts of a submitted entry, opened again by the secretariat until a time of their own. */
export interface Supplement {
  /** Fields of the content: `summary`, `members`. */
  readonly fields: readonly string[];
  /** Kinds of documents. */
  readonly documents: readonly string[];
  /** What is asked for, in words. */
  readonly message: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** The first instant that is too late. */
  readonly closesAt: string;
  /** When the entry was handed in again. */
  readonly answeredAt?: string;
}

/** A recorded exception: this entry may be handed in until then. */
export interface LateAdmission {
  readonly closesAt: string;
  readonly reason: string;
  /** Of the decision behind it. */
  readonly documentNumber: string;
  readonly by: string;
  readonly at: string;
}

/** What of an entry its openings depend on. */
export interface WorkedOn {
  readonly state: EntryState;
  readonly content: EntryContent;
  readonly supplement?: Supplement;
  readonly late?: LateAdmission;
}

/** Through what an entry can be worked on. */
export type Opening = 'submissions' | 'late' | 'supplement';

/** The opening at this moment, the widest first; undefined when there is none. Once judging has begun there is none. */
export function openingOf(edition: Edition, entry: WorkedOn, now: string): Opening | undefined {
  if (entry.state === 'withdrawn') return undefined;
  if (!whyNotSubmissionsOpen(edition, now)) return 'submissions';
  const isScreened = entry.state === 'eligible' || entry.state === 'ineligible';
  if (whyNotBeforeJudging(edition) || isScreened) return undefined;
  if (entry.late && now < entry.late.closesAt) return 'late';
  return openSupplement(entry, now) ? 'supplement' : undefined;
}

/** The supplement that is waited for now. */
export function openSupplement(entry: WorkedOn, now: string): Supplement | undefined {
  const { supplement } = entry;
  const isOpen = supplement && supplement.answeredAt === undefined && now < supplement.closesAt;
  return isOpen && entry.state === 'submitted' ? supplement : undefined;
}

/** Whether the draft may be worked on now. */
export function whyNotEdit(edition: Edition, entry: WorkedOn, now: string): Refusal | undefined {
  if (openingOf(edition, entry, now)) return undefined;
  if (entry.state !== 'draft' && entry.state !== 'submitted') {
    return { code: 'state-conflict', state: entry.state };
  }
  const { opensAt, closesAt } = edition;
  const ends = [closesAt, entry.late?.closesAt ?? '', entry.supplement?.closesAt ?? ''];
  const last = ends.toSorted().at(-1) ?? closesAt;
  return { code: 'phase-closed', receivedAt: now, opensAt, closesAt: last };
}

/** Whether documents of this kind may be added or taken out now: a supplement opens those that it names. */
export function whyNotEditDocument(
  edition: Edition,
  entry: WorkedOn,
  kind: string,
  now: string,
): Refusal | undefined {
  const refusal = whyNotEdit(edition, entry, now);
  if (refusal || openingOf(edition, entry, now) !== 'supplement') return refusal;
  return entry.supplement?.documents.includes(kind)
    ? undefined
    : { code: 'state-conflict', state: 'not-reopened' };
}

/** Fields that were changed though the supplement does not name them, each as `not-reopened`; outside of a supplement none. */
export function notReopened(
  opening: Opening | undefined,
  entry: WorkedOn,
  content: EntryContent,
): FieldError[] {
  if (opening !== 'supplement') return [];
  const reopened = entry.supplement?.fields ?? [];
  const names = new Set([...Object.keys(entry.content), ...Object.keys(content)]);
  const before = new Map(Object.entries(entry.content));
  const after = new Map(Object.entries(content));
  return [...names]
    .filter((name) => !reopened.includes(name) && !sameData(before.get(name), after.get(name)))
    .map((name) => ({ pointer: `/${name}`, code: 'not-reopened' }));
}
