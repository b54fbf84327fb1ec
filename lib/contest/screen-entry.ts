import { alsoOfficial } from './also-official.ts';
import { type Edition, whyNotAfterSubmissions, whyNotBeforeJudging } from './edition.ts';
import type { Entry, Submission } from './entry.ts';
import { openLateAdmission, openSupplement } from './entry-window.ts';
import { refuse } from './found.ts';
import type { Member } from './people.ts';
import type { Plan } from './plan.ts';
import type { Blocker, FieldError, Refusal } from './refusal.ts';
import type { Reason, Screening } from './screening.ts';

/** What an opinion on an entry is given on. */
export interface ScreeningFacts {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly entry: Entry;
  /** The last submitted version. */
  readonly submission: Pick<Submission, 'content'> | undefined;
  /** Of the edition: see `alsoOfficial`. */
  readonly officials: readonly Member[];
}

/** An opinion, or with `final` an organiser's decision. */
export interface ScreeningWish extends Pick<Screening, 'decision' | 'reasons' | 'final' | 'note'> {
  /** The submitted version that was looked at; not told: whichever there is. */
  readonly submission?: number;
}

/** Who speaks. */
export interface Screener {
  readonly personId: string;
  readonly isOrganiser: boolean;
}

/**
 * The entry after one person's opinion, a later one in place of the former. It is decided once as many people as the plan
 * says agree; while they do not it is (again) undecided, until an organiser decides alone. @throws Refused
 */
export function screenEntry(
  facts: ScreeningFacts,
  wish: ScreeningWish,
  by: Screener,
  now: string,
): Entry {
  refuse(whyNotScreen(facts, wish, by, now));
  const { plan, entry } = facts;
  const { submission: _, ...said } = wish;
  const opinion: Screening = { ...said, by: by.personId, at: now };
  if (opinion.final) return decided(entry, entry.opinions, opinion);
  const opinions = opinionsWith(plan, entry, opinion);
  const standing = entry.screening?.final ? entry.screening : undefined;
  return decided(entry, opinions, standing ?? agreement(plan, opinions, opinion));
}

/** All that speaks against this opinion at this moment; its own faults before those of the entry. */
export function whyNotScreen(
  facts: ScreeningFacts,
  wish: ScreeningWish,
  by: Screener,
  now: string,
): Refusal | undefined {
  if (wish.final && !by.isOrganiser) return { code: 'forbidden', needs: 'organiser' };
  const errors = screeningErrors(facts.plan, wish);
  if (errors.length > 0) return { code: 'validation-failed', errors };
  return (
    whyNotScreeningTime(facts.edition, now) ??
    whyNotScreenable(facts.entry, wish, now) ??
    whyNotHeard(facts, wish, by) ??
    whyBlocked(facts, wish)
  );
}

/** Screening begins when no submit can be in flight any more, and is over once judging has begun. */
export const whyNotScreeningTime = (edition: Edition, now: string): Refusal | undefined =>
  whyNotAfterSubmissions(edition, now) ?? whyNotBeforeJudging(edition);

/** What is wrong with an opinion itself, by its pointers. */
export function screeningErrors(plan: Plan, wish: ScreeningWish): FieldError[] {
  const { decision, reasons, final, note } = wish;
  const known = plan.screening.reasons.map(({ id }) => id);
  const isRepeated = (at: number) =>
    reasons.findIndex((one) => one.code === reasons[at]?.code) < at;
  return [
    ...(decision === 'ineligible' && reasons.length === 0
      ? [{ pointer: '/reasons', code: 'required' }]
      : []),
    // A reason is why an entry is kept out, and the startup reads it.
    ...(decision === 'eligible' && reasons.length > 0
      ? [{ pointer: '/reasons', code: 'not-allowed' }]
      : []),
    ...reasons.flatMap(({ code }, at) => {
      const pointer = `/reasons/${at}/code`;
      if (!known.includes(code)) return [{ pointer, code: 'not-allowed' }];
      return isRepeated(at) ? [{ pointer, code: 'repeated' }] : [];
    }),
    ...(final && note === undefined ? [{ pointer: '/note', code: 'required' }] : []),
    ...(!final && note !== undefined ? [{ pointer: '/note', code: 'not-allowed' }] : []),
  ];
}

function whyNotScreenable(entry: Entry, wish: ScreeningWish, now: string): Refusal | undefined {
  const conflict = (state: string): Refusal => ({ code: 'state-conflict', state });
  if (entry.submission === 0 || entry.state === 'withdrawn') return conflict(entry.state);
  // What is still being worked on would be decided by its look of today.
  if (openSupplement(entry, now)) return conflict('supplement-open');
  if (openLateAdmission(entry, now)) return conflict('late-open');
  const isOfAnother = wish.submission !== undefined && wish.submission !== entry.submission;
  return isOfAnother ? conflict('resubmitted') : undefined;
}

/** No more people speak than the plan says: one more would outvote those who disagree, which is for an organiser to do. */
function whyNotHeard(
  { plan, entry }: ScreeningFacts,
  wish: ScreeningWish,
  by: Screener,
): Refusal | undefined {
  const { people } = plan.screening;
  const spoken = (entry.opinions ?? []).map((one) => one.by);
  const isOneTooMany = people > 1 && spoken.length >= people && !spoken.includes(by.personId);
  return isOneTooMany && !wish.final
    ? { code: 'state-conflict', state: 'opinions-complete' }
    : undefined;
}

function whyBlocked(facts: ScreeningFacts, wish: ScreeningWish): Refusal | undefined {
  if (wish.decision !== 'eligible') return undefined;
  const blockers = eligibilityBlockers(facts);
  return blockers.length === 0
    ? undefined
    : { code: 'state-conflict', state: facts.entry.state, blockers };
}

/** What keeps an entry from being found eligible by anybody; empty when nothing does. */
export function eligibilityBlockers({
  plan,
  entry,
  submission,
  officials,
}: Omit<ScreeningFacts, 'edition'>): Blocker[] {
  const required = new Set(
    plan.consents.filter((one) => one.required).map(({ purpose }) => purpose),
  );
  const withdrawn = (entry.withdrawnConsents ?? []).filter(({ purpose }) => required.has(purpose));
  const matches = submission ? alsoOfficial(submission.content, officials) : [];
  return [
    ...withdrawn.map(({ purpose }) => ({ code: 'consent-withdrawn', because: purpose })),
    ...matches.map((match) => ({ code: 'also-official', ...match })),
  ];
}

function opinionsWith(plan: Plan, entry: Entry, opinion: Screening): Screening[] {
  // Where one person decides, the next one decides in their place.
  if (plan.screening.people === 1) return [opinion];
  return [...(entry.opinions ?? []).filter(({ by }) => by !== opinion.by), opinion];
}

/** The decision on which enough people agree, with the reasons of all of them; `last` completed it. */
function agreement(
  plan: Plan,
  opinions: readonly Screening[],
  last: Screening,
): Screening | undefined {
  const enough = (['eligible', 'ineligible'] as const).filter(
    (one) => opinions.filter(({ decision }) => decision === one).length >= plan.screening.people,
  );
  const [decision, ...more] = enough;
  if (decision === undefined || more.length > 0) return undefined;
  const agreeing = opinions.filter((one) => one.decision === decision);
  const reasons = distinct(agreeing.flatMap((one) => one.reasons));
  return { decision, reasons, by: last.by, at: last.at };
}

function distinct(reasons: readonly Reason[]): Reason[] {
  const isSame = (one: Reason, other: Reason) => one.code === other.code && one.note === other.note;
  return reasons.filter((one, at) => reasons.findIndex((other) => isSame(one, other)) === at);
}

function decided(
  { screening: _, opinions: __, ...entry }: Entry,
  opinions: readonly Screening[] | undefined,
  screening: Screening | undefined,
): Entry {
  return {
    ...entry,
    state: screening?.decision ?? 'submitted',
    ...(opinions ? { opinions } : {}),
    ...(screening ? { screening } : {}),
    version: entry.version + 1,
  };
}
