import {
  agreesTo,
  type ConsentAct,
  type Consenting,
  type ConsentRecord,
  consentActs,
} from './consent-acts.ts';
import type { Edition } from './edition.ts';
import type { Entry, Submission } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import type { Plan } from './plan.ts';
import { Refused } from './refusal.ts';

/** Where a purpose stands for the startup itself: by its last act, and by nothing while there was none. */
export interface ConsentState {
  readonly purpose: string;
  readonly required: boolean;
  readonly state: 'given' | 'withdrawn' | 'never';
  /** Of the text that the last act was about. */
  readonly version?: string;
  readonly textSha256?: string;
  readonly at?: string;
}

/** Each purpose of the plan as it stands; a withdrawal counts for as long as the entry is marked with it. */
export function consentStates(
  plan: Plan,
  entry: Pick<Entry, 'withdrawnConsents'>,
  records: readonly ConsentRecord[],
): ConsentState[] {
  return plan.consents.map(({ purpose, required }) => {
    const last = records.findLast(
      (one) => one.purpose === purpose && one.guardianOfMember === undefined,
    );
    const mark = entry.withdrawnConsents?.find((one) => one.purpose === purpose);
    const text = last && {
      version: last.version,
      ...(last.textSha256 === undefined ? {} : { textSha256: last.textSha256 }),
    };
    if (mark) return { purpose, required, state: 'withdrawn', ...text, at: mark.at };
    if (!last) return { purpose, required, state: 'never' };
    return { purpose, required, state: last.act, ...text, at: last.at };
  });
}

/** The entry without the marks of what the startup has just agreed to again. */
export function withoutMarks(entry: Entry, acts: readonly ConsentAct[]): Entry {
  const { withdrawnConsents = [], ...rest } = entry;
  const left = withdrawnConsents.filter(
    ({ purpose }) =>
      !acts.some(
        (one) =>
          one.purpose === purpose && one.act === 'given' && one.guardianOfMember === undefined,
      ),
  );
  return left.length === 0 ? rest : { ...rest, withdrawnConsents: left };
}

/**
 * The entry with a consent taken back, at any time, for the startup and all guardians: out of the draft, so that it is
 * given again only by agreeing anew, and marked. Submitted versions stay as evidence. Without a required consent the
 * whole entry is withdrawn; once judging has begun it stays scored. Taking it back twice is taking it back.
 * @throws Refused not-found for what nobody agreed to
 */
export function withdrawConsent(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly entry: Entry;
    /** The last submitted version. */
    readonly submission: Pick<Submission, 'content'> | undefined;
  },
  purpose: string,
  made: { readonly by: string; readonly now: string },
): { readonly entry: Entry; readonly acts: readonly ConsentAct[] } {
  const { edition, plan, entry, submission } = facts;
  const marks = entry.withdrawnConsents ?? [];
  const isMarked = marks.some((one) => one.purpose === purpose);
  const contents = [entry.content, ...(submission ? [submission.content] : [])];
  if (!isMarked && !contents.some((content) => isInvolved(content, purpose))) {
    throw new Refused({ code: 'not-found' });
  }
  const content = withoutPurpose(entry.content, purpose);
  const acts = consentActs(entry.content, content);
  const isRequired = plan.consents.some((one) => one.purpose === purpose && one.required);
  const ends = isRequired && edition.phase !== 'judging' && entry.state !== 'withdrawn';
  if (isMarked && acts.length === 0 && !ends) return { entry, acts };
  const mark = { purpose, by: made.by, at: made.now };
  const after: Entry = {
    ...entry,
    content,
    withdrawnConsents: isMarked ? marks : [...marks, mark],
    version: entry.version + 1,
  };
  // As in `withdrawEntry`: the tax number is free again.
  const { takenTaxCode: _, ...freed } = after;
  return { entry: ends ? { ...freed, state: 'withdrawn' } : after, acts };
}

/** Whether the startup or a guardian agreed to it. */
const isInvolved = (content: EntryContent, purpose: string): boolean =>
  agreesTo(content, purpose) ||
  content.members.some(({ guardian }) => guardian && agreesTo(guardian, purpose));

function withoutPurpose(content: EntryContent, purpose: string): EntryContent {
  const without = ({ consents }: Pick<Consenting, 'consents'>) =>
    consents.filter((one) => one.purpose !== purpose);
  return {
    ...content,
    consents: without(content),
    members: content.members.map(({ guardian, ...member }) =>
      guardian ? { ...member, guardian: { ...guardian, consents: without(guardian) } } : member,
    ),
  };
}
