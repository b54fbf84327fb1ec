import { type EditionWindow, whyNotBeforeJudging, whyNotSubmissionsOpen } from './edition.ts';
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
export function openingOf(
  edition: EditionWindow,
  entry: WorkedOn,
  now: string,
): Opening | undefined {
  if (entry.state === 'withdrawn') return undefined;
  if (!whyNotSubmissionsOpen(edition, now)) return 'submissions';
  const isScreened = entry.state === 'eligible' || entry.state === 'ineligible';
  if (whyNotBeforeJudging(edition) || isScreened) return undefined;
  if (openLateAdmission(entry, now)) return 'late';
  return openSupplement(entry, now) ? 'supplement' : undefined;
}

/** The exception by which the entry may be handed in now. */
export function openLateAdmission(entry: WorkedOn, now: string): LateAdmission | undefined {
  return entry.late && now < entry.late.closesAt ? entry.late : undefined;
}

/** The supplement that is waited for now. */
export function openSupplement(entry: WorkedOn, now: string): Supplement | undefined {
  const { supplement } = entry;
  const isOpen = supplement && supplement.answeredAt === undefined && now < supplement.closesAt;
  return isOpen && entry.state === 'submitted' ? supplement : undefined;
}

/** Whether the draft may be worked on now. */
export function whyNotEdit(
  edition: EditionWindow,
  entry: WorkedOn,
  now: string,
): Refusal | undefined {
  if (openingOf(edition, entry, now)) return undefined;
  if (entry.state !== 'draft' && entry.state !== 'submitted') {
    return { code: 'state-conflict', state: entry.state };
  }
  const { opensAt, phase } = edition;
  const last = lastClosing(edition, entry);
  // An opening that would go on, had judging not begun.
  if (phase === 'judging' && now < last) return whyNotBeforeJudging(edition);
  return { code: 'phase-closed', receivedAt: now, opensAt, closesAt: last };
}

/** The last of the times at which the entry closed or will close; an answered supplement closed with its answer. */
function lastClosing({ closesAt }: EditionWindow, { late, supplement }: WorkedOn): string {
  const ends = [closesAt, late?.closesAt, supplement?.answeredAt ?? supplement?.closesAt];
  return ends.reduce<string>((last, end) => (end !== undefined && end > last ? end : last), '');
}

/** Whether the entry may be taken back now: not through a supplement, which opens only what it names. */
export function whyNotWithdraw(
  edition: EditionWindow,
  entry: WorkedOn,
  now: string,
): Refusal | undefined {
  return openingOf(edition, entry, now) === 'supplement'
    ? { code: 'state-conflict', state: 'not-reopened' }
    : whyNotEdit(edition, entry, now);
}

/** Whether documents of this kind may be added or taken out now: a supplement opens those that it names. */
export function whyNotEditDocument(
  edition: EditionWindow,
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

/** Whether a place in the content belongs to one of these fields. */
export const isReopened = (fields: readonly string[], pointer: string): boolean =>
  fields.includes(pointer.split('/')[1] ?? '');

/** Of the errors of a content those that whoever writes can put right: through a supplement, those in what it names. */
export function errorsWithin(
  opening: Opening | undefined,
  { supplement }: WorkedOn,
  errors: readonly FieldError[],
): FieldError[] {
  const fields = supplement?.fields ?? [];
  return errors.filter(({ pointer }) => opening !== 'supplement' || isReopened(fields, pointer));
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
