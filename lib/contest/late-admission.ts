import { ownClosingTime } from './closing-time.ts';
import {
  type Edition,
  whyNotAfterSubmissions,
  whyNotBeforeJudging,
  whyNotSubmissionsOpen,
} from './edition.ts';
import type { Entry } from './entry.ts';
import type { LateAdmission } from './entry-window.ts';
import { refuse } from './found.ts';
import type { LocalDateTime } from './local-date.ts';
import type { Plan } from './plan.ts';
import { type Refusal, Refused } from './refusal.ts';

/** The exception, with its closing time by the clocks of the edition. */
export interface LateWish extends Pick<LateAdmission, 'reason' | 'documentNumber'> {
  readonly closesAt: LocalDateTime;
}

/** A recorded exception for whoever has this verified address and began no entry in time. */
export interface LateApplicant extends LateAdmission {
  readonly editionId: string;
  readonly admissionId: string;
  readonly email: string;
  readonly version: number;
}

interface Facts {
  readonly edition: Edition;
  readonly plan: Plan;
}

interface Made {
  readonly by: string;
  readonly now: string;
}

/** The draft that missed the close, admitted until a time of its own; admitted again, the later word holds. @throws Refused */
export function admitLateEntry(
  facts: Facts & { readonly entry: Entry },
  wish: LateWish,
  made: Made,
): Entry {
  const { entry } = facts;
  if (entry.state !== 'draft') throw new Refused({ code: 'state-conflict', state: entry.state });
  const late = lateAdmission(facts, wish, made);
  return { ...entry, late, version: entry.version + 1 };
}

/** The exception for an address; of two for the same one the later holds. @throws Refused */
export function admitLateApplicant(
  facts: Facts & { readonly before: LateApplicant | undefined },
  wish: LateWish & { readonly email: string },
  made: Made & { readonly admissionId: string },
): LateApplicant {
  const { before, edition } = facts;
  return {
    editionId: edition.editionId,
    admissionId: before?.admissionId ?? made.admissionId,
    email: wish.email,
    ...lateAdmission(facts, wish, made),
    version: (before?.version ?? 0) + 1,
  };
}

/** Whether an entry may be begun now: while submissions are open, else by an exception for whoever begins it. */
export function whyNotBegin(
  edition: Edition,
  late: LateApplicant | undefined,
  now: string,
): Refusal | undefined {
  const closed = whyNotSubmissionsOpen(edition, now);
  if (closed === undefined || late === undefined) return closed;
  if (now < late.closesAt) return whyNotBeforeJudging(edition);
  const { opensAt, closesAt } = edition;
  const last = late.closesAt > closesAt ? late.closesAt : closesAt;
  return { code: 'phase-closed', receivedAt: now, opensAt, closesAt: last };
}

/** What an entry carries of the exception by which it was begun; undefined where it needed none. */
export function admissionOf(
  edition: Edition,
  late: LateApplicant | undefined,
  now: string,
): LateAdmission | undefined {
  if (late === undefined || whyNotSubmissionsOpen(edition, now) === undefined) return undefined;
  const { closesAt, reason, documentNumber, by, at } = late;
  return { closesAt, reason, documentNumber, by, at };
}

/** There are exceptions from the close once nobody can be in time any more, and until judging begins. */
function lateAdmission({ edition, plan }: Facts, wish: LateWish, { by, now }: Made): LateAdmission {
  refuse(whyNotAfterSubmissions(edition, now) ?? whyNotBeforeJudging(edition));
  const { reason, documentNumber } = wish;
  const closesAt = ownClosingTime(plan, wish.closesAt, now);
  return { closesAt, reason, documentNumber, by, at: now };
}
