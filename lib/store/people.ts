import type { Mailbox, Ownership } from '../contest/applicants.ts';
import type { Edition } from '../contest/edition.ts';
import type { Invitation, Member } from '../contest/people.ts';
import type { Actor } from '../contest/standing.ts';
import type { TeamInvitation } from '../contest/team-invitation.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { mailboxKeys, mailboxSchema, ownershipSchema } from './applicants.ts';
import { getAll } from './get-all.ts';
import { editionSchema, invitationSchema, memberSchema } from './item-schemas.ts';
import { read, readAll, toItem } from './items.ts';
import { indexes, keys } from './keys.ts';
import { teamInvitationSchema } from './team-invitations.ts';

/** What the acceptance of an invitation is decided on, in one read. */
export async function loadInvitation(
  table: Table,
  editionId: string,
  invitationId: string,
  actor: Actor,
): Promise<{
  readonly edition: Edition | undefined;
  readonly invitation: Invitation | undefined;
  readonly member: Member | undefined;
  readonly hasEntries: boolean;
  /** The caller's proven one. */
  readonly mailbox: Mailbox | undefined;
}> {
  const { personId } = actor;
  const [edition, invitation, member, ownership, mailboxOne] = await table.getMany([
    keys.edition(editionId),
    keys.invitation(editionId, invitationId),
    keys.member(editionId, personId),
    keys.ownership(editionId, personId),
    ...mailboxKeys(editionId, actor),
  ]);
  const mailbox = read(mailboxSchema, mailboxOne);
  return {
    edition: read(editionSchema, edition),
    invitation: read(invitationSchema, invitation),
    member: read(memberSchema, member),
    hasEntries: ownership !== undefined || mailbox?.side === 'applicant',
    mailbox,
  };
}

/** The edition, the caller's and another's membership, in one read. */
export async function loadMembers(
  table: Table,
  editionId: string,
  [caller, other]: readonly [string, string],
): Promise<{
  readonly edition: Edition | undefined;
  readonly caller: Member | undefined;
  readonly other: Member | undefined;
}> {
  const others = caller === other ? [] : [keys.member(editionId, other)];
  const [edition, first, second] = await table.getMany([
    keys.edition(editionId),
    keys.member(editionId, caller),
    ...others,
  ]);
  return {
    edition: read(editionSchema, edition),
    caller: read(memberSchema, first),
    other: read(memberSchema, caller === other ? first : second),
  };
}

/** An invitation's item, found by its address too while it may be accepted. */
export function invitationItem(invitation: Invitation): Item {
  const { editionId, invitationId, email, state } = invitation;
  const key = keys.invitation(editionId, invitationId);
  if (state !== 'pending') return toItem(key, invitation);
  return toItem(key, invitation, [indexes.invitee(email), `${editionId}#${invitationId}`]);
}

/** A page of the people of an edition, by person id, with what the caller is. */
export async function listPeoplePage(
  table: Table,
  editionId: string,
  callerId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<{
  readonly edition: Edition | undefined;
  readonly caller: Member | undefined;
  readonly members: readonly Member[];
}> {
  const { items, edition, caller } = await peoplePage(
    table,
    { editionId, callerId },
    {
      beginsWith: 'MEMBER#',
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: keys.member(editionId, page.after) }),
    },
  );
  return { edition, caller, members: readAll(memberSchema, items) };
}

/** A page of what was offered in an edition, the oldest first, with what the caller is. */
export async function listInvitationsPage(
  table: Table,
  editionId: string,
  callerId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<{
  readonly edition: Edition | undefined;
  readonly caller: Member | undefined;
  readonly invitations: readonly Invitation[];
}> {
  const { items, edition, caller } = await peoplePage(
    table,
    { editionId, callerId },
    {
      beginsWith: 'INVITATION#',
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: keys.invitation(editionId, page.after) }),
    },
  );
  return { edition, caller, invitations: readAll(invitationSchema, items) };
}

/** Items of an edition whose keys begin alike, the edition, and the caller. */
async function peoplePage(
  table: Table,
  { editionId, callerId }: { readonly editionId: string; readonly callerId: string },
  page: { readonly beginsWith: string; readonly limit: number; readonly after?: Key },
) {
  const { beginsWith, ...range } = page;
  const [{ items }, [edition, caller]] = await Promise.all([
    table.query({ partition: keys.edition(editionId).pk, sort: { beginsWith }, ...range }),
    table.getMany([keys.edition(editionId), keys.member(editionId, callerId)]),
  ]);
  return { items, edition: read(editionSchema, edition), caller: read(memberSchema, caller) };
}

/** Where a person takes part: the index may be a moment behind. */
export async function loadParticipation(
  table: Table,
  personId: string,
  email: string | undefined,
): Promise<{
  readonly administrator: boolean;
  readonly members: readonly Member[];
  readonly ownerships: readonly Ownership[];
  readonly invitations: readonly Invitation[];
  readonly teamInvitations: readonly TeamInvitation[];
}> {
  const [own, invited, administrator] = await Promise.all([
    table.query({ index: 'gsi1', partition: indexes.person(personId), limit: 1000 }),
    email
      ? table.query({ index: 'gsi1', partition: indexes.invitee(email), limit: 100 })
      : { items: [] },
    email ? table.get(keys.administrator(email)) : undefined,
  ]);
  const isMember = (item: Item) => item.sk.startsWith('MEMBER#');
  const isOfTeam = (item: Item) => item.sk.startsWith('TEAMINVITATION#');
  return {
    administrator: administrator !== undefined,
    members: readAll(memberSchema, own.items.filter(isMember)),
    ownerships: readAll(
      ownershipSchema,
      own.items.filter((item) => !isMember(item)),
    ),
    invitations: readAll(
      invitationSchema,
      invited.items.filter((item) => !isOfTeam(item)),
    ),
    teamInvitations: readAll(teamInvitationSchema, invited.items.filter(isOfTeam)),
  };
}

/** The names of these people, by person id; whoever has never been an official of the edition is not among them. */
export async function loadNames(
  table: Table,
  editionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(personIds)];
  const items = await getAll(
    table,
    distinct.map((id) => keys.member(editionId, id)),
  );
  return new Map(readAll(memberSchema, items).map(({ personId, name }) => [personId, name]));
}
