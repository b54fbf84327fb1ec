import { ownClosingTime } from './closing-time.ts';
import { refuseErrors } from './content-errors.ts';
import { type Edition, whyNotAfterSubmissions, whyNotBeforeJudging } from './edition.ts';
import type { Entry, Submission } from './entry.ts';
import { openSupplement, type Supplement } from './entry-window.ts';
import { found, refuse } from './found.ts';
import type { LocalDateTime } from './local-date.ts';
import { documentsFor, type Plan } from './plan.ts';
import { type FieldError, type Refusal, Refused } from './refusal.ts';

/** What of the content may be opened again; in another track it would be another entry. */
export const supplementFields = [
  'title',
  'fieldId',
  'summary',
  'publicSummary',
  'applicant',
  'members',
  'mentors',
  'answers',
  'links',
  'consents',
] as const;

/** Which parts to open again, what is asked for, and until when by the clocks of the edition. */
export interface SupplementWish extends Pick<Supplement, 'fields' | 'documents' | 'message'> {
  readonly closesAt: LocalDateTime;
}

/**
 * The entry with named parts open again: after the freeze, before judging, while it is undecided and waits for no other
 * supplement; one that ran out is replaced. @throws Refused
 */
export function requestSupplement(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly entry: Entry;
    readonly submission: Pick<Submission, 'content'> | undefined;
  },
  wish: SupplementWish,
  made: { readonly by: string; readonly now: string },
): Entry {
  const { edition, plan, entry } = facts;
  const { by, now } = made;
  refuse(whyNotRequest(edition, entry, now));
  const { trackId } = found(facts.submission).content;
  refuseErrors(partErrors(plan, trackId, wish));
  const closesAt = ownClosingTime(plan, wish.closesAt, now);
  const supplement = { ...wish, closesAt, requestedBy: by, requestedAt: now };
  return { ...entry, supplement, version: entry.version + 1 };
}

function whyNotRequest(edition: Edition, entry: Entry, now: string): Refusal | undefined {
  const outOfTime = whyNotAfterSubmissions(edition, now) ?? whyNotBeforeJudging(edition);
  if (outOfTime) return outOfTime;
  if (entry.state !== 'submitted') return { code: 'state-conflict', state: entry.state };
  return openSupplement(entry, now)
    ? { code: 'state-conflict', state: 'supplement-open' }
    : undefined;
}

function partErrors(plan: Plan, trackId: string, { fields, documents }: SupplementWish) {
  const known: readonly string[] = supplementFields;
  const kinds = documentsFor(plan, trackId).map(({ kind }) => kind);
  return [
    ...(fields.length + documents.length === 0 ? [{ pointer: '/fields', code: 'required' }] : []),
    ...namesOutside('/fields', fields, known),
    ...namesOutside('/documents', documents, kinds),
  ];
}

function namesOutside(
  pointer: string,
  names: readonly string[],
  known: readonly string[],
): FieldError[] {
  return names.flatMap((name, index) => {
    if (!known.includes(name)) return [{ pointer: `${pointer}/${index}`, code: 'not-allowed' }];
    return names.indexOf(name) < index
      ? [{ pointer: `${pointer}/${index}`, code: 'repeated' }]
      : [];
  });
}

/** The entry without the supplement that it waits for; one that was answered or ran out stays on record. @throws Refused */
export function withdrawSupplement(entry: Entry, now: string): Entry {
  const { supplement, ...rest } = entry;
  found(supplement);
  if (!openSupplement(entry, now)) {
    throw new Refused({ code: 'state-conflict', state: 'supplement-closed' });
  }
  return { ...rest, version: entry.version + 1 };
}
