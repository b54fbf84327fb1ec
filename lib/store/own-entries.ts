import { type Mailbox, type Ownership, ownershipOf, withOwn } from '../contest/applicants.ts';
import type { Entry } from '../contest/entry.ts';
import type { LateApplicant } from '../contest/late-admission.ts';
import type { Actor } from '../contest/standing.ts';
import type { Table } from '../platform/table.ts';
import { changedOwnership, mailboxKeys, mailboxSchema, ownershipSchema } from './applicants.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { type EntryFacts, entryFacts, entryItem, entryKeys } from './entries.ts';
import { lateApplicantSchema } from './entry-schemas.ts';
import { create, read, stillAbsent, unchanged } from './items.ts';
import { keys } from './keys.ts';
import { movedParts } from './unique-parts.ts';

/** What beginning an entry is decided on. */
export interface NewEntryFacts extends EditionFacts {
  readonly ownership: Ownership | undefined;
  /** The caller's proven one. */
  readonly mailbox: Mailbox | undefined;
  /** A recorded exception for that address. */
  readonly late: LateApplicant | undefined;
}

/** What beginning an entry is decided on, in one read. */
export async function loadForNewEntry(
  table: Table,
  editionId: string,
  actor: Actor,
): Promise<NewEntryFacts> {
  const [edition, plan, member, ownership, mailbox, late] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, actor.personId),
    keys.ownership(editionId, actor.personId),
    ...mailboxKeys(editionId, actor),
    ...(actor.emailVerified && actor.email !== undefined
      ? [keys.lateApplicant(editionId, actor.email)]
      : []),
  ]);
  return {
    ...editionFacts(edition, plan, member),
    ownership: read(ownershipSchema, ownership),
    mailbox: read(mailboxSchema, mailbox),
    late: read(lateApplicantSchema, late),
  };
}

/** A new entry: its title and code taken, its owner an applicant and nothing else in this edition. */
export function newEntry(
  facts: { readonly entry: Entry; readonly ownership: Ownership | undefined },
  editionVersion: number,
): Change[] {
  const { entry, ownership } = facts;
  const { editionId, entryId, ownerId } = entry;
  const before = ownershipOf(ownership, { editionId, personId: ownerId });
  return [
    create(entryItem(entry)),
    ...movedParts(undefined, entry),
    create({ ...keys.code(editionId, entry.code), v: 1, entryId }, 'reload'),
    changedOwnership(withOwn(before, entryId)),
    stillAbsent(keys.member(editionId, ownerId)),
    unchanged(keys.edition(editionId), editionVersion),
  ];
}

/** All about one entry and what the caller takes part with, in one read. */
export async function loadOwnEntry(
  table: Table,
  editionId: string,
  entryId: string,
  personId: string,
): Promise<EntryFacts & { readonly ownership: Ownership }> {
  const of = { editionId, entryId, personId };
  const [ownership, ...items] = await table.getMany([
    keys.ownership(editionId, personId),
    ...entryKeys(of),
  ]);
  return {
    ...entryFacts(of, items),
    ownership: ownershipOf(read(ownershipSchema, ownership), of),
  };
}
