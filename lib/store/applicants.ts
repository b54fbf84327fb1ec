/** Who takes part with what, and on which side of an edition a mailbox stands: see item-schemas.ts. */
import * as z from 'zod';
import {
  claimMailbox,
  leaveMailbox,
  type Mailbox,
  type Ownership,
  provenMailbox,
  type Side,
  takesNoPart,
} from '../contest/applicants.ts';
import type { Actor } from '../contest/standing.ts';
import type { Item, Key } from '../platform/table.ts';
import type { Change } from './change.ts';
import { replace, toItem } from './items.ts';
import { indexes, keys } from './keys.ts';

const string = z.string();
const strings = z.array(string);

export const ownershipSchema: z.ZodType<Ownership> = z.object({
  editionId: string,
  personId: string,
  entryIds: strings,
  withdrawnIds: strings,
  shared: z.array(z.object({ entryId: string, role: z.enum(['editor', 'viewer']) })),
  version: z.int(),
});

export const mailboxSchema: z.ZodType<Mailbox> = z.object({
  editionId: string,
  mailbox: string,
  side: z.enum(['applicant', 'official']),
  personIds: strings,
  version: z.int(),
});

/** What somebody takes part with, over the version it was decided on; with nothing left it goes. */
export function changedOwnership(ownership: Ownership): Change {
  const { editionId, personId, version } = ownership;
  const key = keys.ownership(editionId, personId);
  if (takesNoPart(ownership)) return removed(key, version - 1);
  return replace(toItem(key, ownership, [indexes.person(personId), `OWNER#${editionId}`]));
}

/** Where the caller's proven mailbox is looked up; no key where there is none. */
export function mailboxKeys(editionId: string, actor: Actor): readonly Key[] {
  const mailbox = provenMailbox(actor);
  return mailbox === undefined ? [] : [keys.mailbox(editionId, mailbox)];
}

/** The caller's mailbox on this side from now on. */
export function claimedMailbox(
  stored: Mailbox | undefined,
  of: { readonly editionId: string; readonly side: Side },
  actor: Actor,
): Change[] {
  const mailbox = claimMailbox(stored, of, actor);
  return mailbox === undefined ? [] : [replace(mailboxItem(mailbox))];
}

/** The mailbox without this account; the last one leaves it free. */
export function leftMailbox(stored: Mailbox | undefined, personId: string): Change[] {
  if (!stored?.personIds.includes(personId)) return [];
  const left = leaveMailbox(stored, personId);
  const isFree = left.personIds.length === 0;
  const key = keys.mailbox(stored.editionId, stored.mailbox);
  return [isFree ? removed(key, stored.version) : replace(mailboxItem(left))];
}

const mailboxItem = (mailbox: Mailbox): Item =>
  toItem(keys.mailbox(mailbox.editionId, mailbox.mailbox), mailbox);

/** The item goes, if it is still the one that was read. */
export const removed = (key: Key, version: number): Change => ({
  action: { kind: 'delete', key, when: { version } },
  otherwise: 'reload',
});
