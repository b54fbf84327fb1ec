import { requireVersion } from './found.ts';
import type { Letter } from './letter.ts';
import type { MailKind, MailPlan } from './mail-plan.ts';
import { type Blocker, type Refusal, Refused } from './refusal.ts';

/** `held` waits for somebody to read it, `due` for the mailer. */
export const mailStates = ['held', 'due', 'sent', 'failed', 'cancelled'] as const;

export type MailState = (typeof mailStates)[number];

/** Why a mail can never be delivered as it is. */
export const mailFailures = ['address-refused', 'mail-refused'] as const;

export type MailFailure = (typeof mailFailures)[number];

/** Who let a mail go, and when. */
export interface MailAct {
  readonly by: string;
  readonly at: string;
}

/** A mail as an occasion asks for it. */
export interface NewMail extends Letter {
  /** Stable for the occasion, and begins with the kind: `receipt-<entry>-2`. `[a-z0-9-]{1,128}` */
  readonly mailId: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly entryId?: string;
}

/** A mail that is to leave, waits, or has left; its instants are ISO UTC. */
export interface OutboxMail extends NewMail {
  readonly editionId: string;
  readonly state: MailState;
  readonly createdAt: string;
  readonly released?: MailAct;
  readonly cancelled?: MailAct & { readonly reason: string };
  /** The mail that this one repeats, and who asked for it. */
  readonly repeats?: MailAct & { readonly mailId: string };
  readonly sentAt?: string;
  readonly failure?: MailFailure;
  readonly version: number;
}

/** A digit string of an instant, for a mail's id: 2022-07-31T10:00:00.000Z becomes 20220731100000000. */
export const digitsOf = (instant: string): string => instant.replace(/\D/gu, '');

/** The mail in the outbox: kinds that the plan wants read first are held. */
export const queueMail = (
  mail: NewMail,
  of: { readonly editionId: string; readonly plan: { readonly mail: MailPlan } },
  now: string,
): OutboxMail => ({
  ...mail,
  editionId: of.editionId,
  state: of.plan.mail.review.includes(mail.kind) ? 'held' : 'due',
  createdAt: now,
  version: 1,
});

/** A held mail with other words. @throws Refused state-conflict, precondition-failed */
export function rewriteMail(mail: OutboxMail, letter: Letter, basedOn: number): OutboxMail {
  requireState(mail, ['held']);
  requireVersion(mail.version, basedOn);
  return { ...mail, ...letter, version: mail.version + 1 };
}

/** A mail that was due and is not sent by then has run out of attempts: the last comes after an hour and a half. */
const stuckAfterHours = 2;

const isHeld = ({ state }: OutboxMail): boolean => state === 'held';

/** Held, or stuck: released once more, it is tried again. */
function isReleasable(mail: OutboxMail, now: string): boolean {
  const since = mail.released?.at ?? mail.createdAt;
  const hours = (Date.parse(now) - Date.parse(since)) / 3_600_000;
  return isHeld(mail) || (mail.state === 'due' && hours >= stuckAfterHours);
}

type Mails = ReadonlyMap<string, OutboxMail>;

/** What keeps these mails from being cancelled together: each that is not held, or not there. */
export const cancelBlockers = (mailIds: readonly string[], mails: Mails): Blocker[] =>
  blockersOf(mailIds, mails, isHeld);

/** What keeps these mails from being released together: each that is neither held nor stuck, or not there. */
export const releaseBlockers = (mailIds: readonly string[], mails: Mails, now: string): Blocker[] =>
  blockersOf(mailIds, mails, (mail) => isReleasable(mail, now));

function blockersOf(
  mailIds: readonly string[],
  mails: Mails,
  isGood: (mail: OutboxMail) => boolean,
): Blocker[] {
  return mailIds.flatMap((mailId) => {
    const mail = mails.get(mailId);
    if (mail && isGood(mail)) return [];
    return [{ code: 'mail-not-held', mailId, ...(mail ? { because: mail.state } : {}) }];
  });
}

/** Why none of these mails is decided on; undefined when nothing stands in the way. */
export const whyNotHeld = (blockers: readonly Blocker[]): Refusal | undefined =>
  blockers.length === 0
    ? undefined
    : { code: 'state-conflict', state: 'mail-not-held', blockers: [...blockers] };

/** A mail that was read and may leave, or that is tried again. @throws Refused state-conflict */
export function releaseMail(mail: OutboxMail, act: MailAct): OutboxMail {
  if (!isReleasable(mail, act.at)) throw new Refused({ code: 'state-conflict', state: mail.state });
  return { ...mail, state: 'due', released: act, version: mail.version + 1 };
}

/** A held mail that never leaves. @throws Refused state-conflict */
export function cancelMail(mail: OutboxMail, act: MailAct, reason: string): OutboxMail {
  requireState(mail, ['held']);
  return { ...mail, state: 'cancelled', cancelled: { ...act, reason }, version: mail.version + 1 };
}

/** What somebody may have lost and asks for again; of all other kinds only what could not be delivered goes out twice. */
const repeatable: readonly MailKind[] = ['invitation', 'team-invitation', 'receipt'];

/** The same mail once more, under an id of its own; somebody has read it, so it is not held. @throws Refused state-conflict */
export function repeatMail(mail: OutboxMail, newId: string, act: MailAct): OutboxMail {
  requireState(mail, repeatable.includes(mail.kind) ? ['sent', 'failed'] : ['failed']);
  const { editionId, kind, to, subject, text, entryId } = mail;
  return {
    editionId,
    mailId: `${kind}-again-${newId}`,
    kind,
    to,
    subject,
    text,
    ...(entryId === undefined ? {} : { entryId }),
    state: 'due',
    createdAt: act.at,
    repeats: { mailId: mail.mailId, ...act },
    version: 1,
  };
}

/** What became of a mail that was due. */
export const afterSending = (
  mail: OutboxMail,
  failure: MailFailure | undefined,
  now: string,
): OutboxMail => ({
  ...mail,
  ...(failure === undefined ? { state: 'sent', sentAt: now } : { state: 'failed', failure }),
  version: mail.version + 1,
});

function requireState({ state }: OutboxMail, allowed: readonly MailState[]): void {
  if (!allowed.includes(state)) throw new Refused({ code: 'state-conflict', state });
}
