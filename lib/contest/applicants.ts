import { mailboxOf } from './email.ts';
import type { Refusal } from './refusal.ts';
import type { Actor, EntryRole } from './standing.ts';

/** An entry of somebody else's that a person works on or reads. */
export interface Share {
  readonly entryId: string;
  readonly role: Exclude<EntryRole, 'lead'>;
}

/** The entries a person takes part with in one edition; its being there makes the person an applicant. */
export interface Ownership {
  readonly editionId: string;
  readonly personId: string;
  /** Their own, in the running: what the limit of an applicant counts. */
  readonly entryIds: readonly string[];
  /** Their own, taken back. */
  readonly withdrawnIds: readonly string[];
  readonly shared: readonly Share[];
  readonly version: number;
}

/** What somebody takes part with, also where that is nothing yet (version 0). */
export const ownershipOf = (
  stored: Ownership | undefined,
  { editionId, personId }: Pick<Ownership, 'editionId' | 'personId'>,
): Ownership =>
  stored ?? { editionId, personId, entryIds: [], withdrawnIds: [], shared: [], version: 0 };

/** With one more entry of their own, which may have been a shared one. */
export const withOwn = (before: Ownership, entryId: string): Ownership => ({
  ...withoutShare(before, entryId),
  entryIds: [...before.entryIds, entryId],
});

/** With one of their own entries taken back: they stay an applicant and have room for another one. */
export const withWithdrawn = (before: Ownership, entryId: string): Ownership => ({
  ...before,
  entryIds: before.entryIds.filter((id) => id !== entryId),
  withdrawnIds: [...before.withdrawnIds, entryId],
  version: before.version + 1,
});

/** With a part in the team of an entry, instead of the part they had, or of its being their own. */
export const withShare = (before: Ownership, share: Share): Ownership => ({
  ...before,
  entryIds: before.entryIds.filter((id) => id !== share.entryId),
  shared: [...otherShares(before, share.entryId), share],
  version: before.version + 1,
});

/** With no part in the team of an entry any more. */
export const withoutShare = (before: Ownership, entryId: string): Ownership => ({
  ...before,
  shared: otherShares(before, entryId),
  version: before.version + 1,
});

const otherShares = ({ shared }: Ownership, entryId: string): readonly Share[] =>
  shared.filter((share) => share.entryId !== entryId);

/** Whether nothing is left: such a person is no applicant. */
export const takesNoPart = ({ entryIds, withdrawnIds, shared }: Ownership): boolean =>
  entryIds.length + withdrawnIds.length + shared.length === 0;

/** Who enters, and who runs the contest: nobody is both in one edition. */
export type Side = 'applicant' | 'official';

/** On which side of an edition a mailbox stands, whoever signs in with it. */
export interface Mailbox {
  readonly editionId: string;
  readonly mailbox: string;
  readonly side: Side;
  /** The accounts that came with it. */
  readonly personIds: readonly string[];
  readonly version: number;
}

/** The mailbox that somebody has proved to be theirs. An address that is not verified counts for nothing: anybody could claim it. */
export const provenMailbox = ({ email, emailVerified }: Actor): string | undefined =>
  emailVerified && email !== undefined ? mailboxOf(email) : undefined;

/** Whether the mailbox keeps somebody from this side: it stands on the other one. */
export function whyNotOnSide(mailbox: Mailbox | undefined, side: Side): Refusal | undefined {
  if (mailbox === undefined || mailbox.side === side) return undefined;
  return {
    code: 'conflict-of-interest',
    because: mailbox.side === 'official' ? 'also-official' : 'also-applicant',
  };
}

/** The mailbox with this account on its side; undefined where it is there already, or no address is proved. */
export function claimMailbox(
  stored: Mailbox | undefined,
  { editionId, side }: Pick<Mailbox, 'editionId' | 'side'>,
  actor: Actor,
): Mailbox | undefined {
  const mailbox = provenMailbox(actor);
  const { personIds = [], version = 0 } = stored ?? {};
  if (mailbox === undefined || personIds.includes(actor.personId)) return undefined;
  const all = [...personIds, actor.personId];
  return { editionId, mailbox, side, personIds: all, version: version + 1 };
}

/** The mailbox without this account; with none left it is free. */
export const leaveMailbox = (stored: Mailbox, personId: string): Mailbox => ({
  ...stored,
  personIds: stored.personIds.filter((id) => id !== personId),
  version: stored.version + 1,
});
