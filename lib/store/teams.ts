import type { Mailbox, Ownership } from '../contest/applicants.ts';
import type { Entry } from '../contest/entry.ts';
import type { Actor } from '../contest/standing.ts';
import { entryRoleOf, type Teammate } from '../contest/team.ts';
import type { Roster, TeamInvitation } from '../contest/team-invitation.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { mailboxKeys, mailboxSchema, ownershipSchema } from './applicants.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import type { EntryAct } from './entries.ts';
import { entrySchema, teammateSchema } from './entry-schemas.ts';
import { read, readAll, replace, toItem, unchanged } from './items.ts';
import { keys } from './keys.ts';
import { teamInvitationSchema } from './team-invitations.ts';

/** What an act on a team is decided on: less than one on the entry, whose files do not matter here. */
export interface TeamActFacts extends EditionFacts {
  readonly entry: Entry | undefined;
  /** The caller's own. */
  readonly own: Teammate | undefined;
}

const actKeys = ({ editionId, entryId, personId }: EntryAct): readonly Key[] => [
  keys.edition(editionId),
  keys.plan(editionId),
  keys.member(editionId, personId),
  keys.entry(editionId, entryId),
  keys.teammate(editionId, entryId, personId),
];

function actFacts({ personId }: EntryAct, items: readonly (Item | undefined)[]): TeamActFacts {
  const [edition, plan, member, entryOne, teammate] = items;
  const facts = editionFacts(edition, plan, member);
  const entry = read(entrySchema, entryOne);
  const own = read(teammateSchema, teammate);
  const entryRole = entryRoleOf(entry, own, personId);
  return {
    ...facts,
    standing: { ...facts.standing, ...(entryRole === undefined ? {} : { entryRole }) },
    entry,
    own,
  };
}

/** More than the accounts and invitations an entry can have. */
const wholeTeam = 500;

/** The team of an entry, in two reads at once; `rosterVersion` counts its invitations. */
export async function loadTeam(
  table: Table,
  act: EntryAct,
): Promise<TeamActFacts & { readonly roster: Roster; readonly rosterVersion: number }> {
  const { pk, sk } = keys.team(act.editionId, act.entryId);
  const [items, { items: team }] = await Promise.all([
    table.getMany(actKeys(act)),
    table.query({ partition: pk, sort: { beginsWith: sk }, limit: wholeTeam }),
  ]);
  const those = (kind: string) => team.filter((item) => item.sk.startsWith(kind));
  return {
    ...actFacts(act, items),
    roster: {
      teammates: readAll(teammateSchema, those('TEAM#')),
      invitations: readAll(teamInvitationSchema, those('TEAMINVITATION#')),
    },
    rosterVersion: team.find((item) => item.sk === sk)?.v ?? 0,
  };
}

/** One more invitation: two at the same moment must not each take the last place. */
export const countedInvitation = (
  { editionId, entryId }: TeamInvitation,
  rosterVersion: number,
): Change => replace({ ...keys.team(editionId, entryId), v: rosterVersion + 1 });

/** What an act on one invitation is decided on, in one read. */
export async function loadTeamInvitation(
  table: Table,
  act: EntryAct,
  invitationId: string,
): Promise<TeamActFacts & { readonly invitation: TeamInvitation | undefined }> {
  const [invitation, ...items] = await table.getMany([
    keys.teamInvitation(act.editionId, act.entryId, invitationId),
    ...actKeys(act),
  ]);
  return { ...actFacts(act, items), invitation: read(teamInvitationSchema, invitation) };
}

/** What the acceptance of an invitation is decided on. */
export interface TeamAcceptanceFacts extends TeamActFacts {
  readonly invitation: TeamInvitation | undefined;
  /** The caller's own. */
  readonly ownership: Ownership | undefined;
  /** The caller's proven one. */
  readonly mailbox: Mailbox | undefined;
}

/** What the acceptance of an invitation is decided on, in one read. */
export async function loadTeamAcceptance(
  table: Table,
  path: { readonly editionId: string; readonly entryId: string; readonly invitationId: string },
  actor: Actor,
): Promise<TeamAcceptanceFacts> {
  const { editionId, entryId, invitationId } = path;
  const act = { editionId, entryId, personId: actor.personId };
  const acts = actKeys(act);
  const items = await table.getMany([
    ...acts,
    keys.teamInvitation(editionId, entryId, invitationId),
    keys.ownership(editionId, actor.personId),
    ...mailboxKeys(editionId, actor),
  ]);
  const [invitation, ownership, mailbox] = items.slice(acts.length);
  return {
    ...actFacts(act, items),
    invitation: read(teamInvitationSchema, invitation),
    ownership: read(ownershipSchema, ownership),
    mailbox: read(mailboxSchema, mailbox),
  };
}

/** What an act on somebody of the team is decided on. */
export interface TeammateFacts extends TeamActFacts {
  readonly teammate: Teammate | undefined;
  readonly ownership: Ownership | undefined;
  /** The caller's own. */
  readonly ownOwnership: Ownership | undefined;
}

/** What an act on somebody of the team is decided on, in one read. */
export async function loadTeammate(
  table: Table,
  act: EntryAct,
  personId: string,
): Promise<TeammateFacts> {
  const { editionId, entryId } = act;
  const acts = actKeys(act);
  const items = await table.getMany([
    ...acts,
    keys.teammate(editionId, entryId, personId),
    keys.ownership(editionId, personId),
    keys.ownership(editionId, act.personId),
  ]);
  const [teammate, ownership, ownOwnership] = items.slice(acts.length);
  return {
    ...actFacts(act, items),
    teammate: read(teammateSchema, teammate),
    ownership: read(ownershipSchema, ownership),
    ownOwnership: read(ownershipSchema, ownOwnership),
  };
}

/** The mailbox with which somebody joined, if it still stands for anybody. */
export async function loadMailbox(
  table: Table,
  editionId: string,
  mailbox: string,
): Promise<Mailbox | undefined> {
  return read(mailboxSchema, await table.get(keys.mailbox(editionId, mailbox)));
}

/** A teammate's item. */
export const teammateItem = (teammate: Teammate): Item =>
  toItem(keys.teammate(teammate.editionId, teammate.entryId, teammate.personId), teammate);

/** Entry and edition must still be what the change of the team was decided on. */
export const unchangedEntry = (
  entry: Pick<Entry, 'editionId' | 'entryId' | 'version'>,
  editionVersion: number,
): Change[] => [
  unchanged(keys.entry(entry.editionId, entry.entryId), entry.version),
  unchanged(keys.edition(entry.editionId), editionVersion),
];
