import { type Ownership, withWithdrawn } from '../contest/applicants.ts';
import type { Dossier } from '../contest/dossier.ts';
import type { Entry } from '../contest/entry.ts';
import { entryRoleOf } from '../contest/team.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { changedOwnership } from './applicants.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { entrySchema, teammateSchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { dossierSchema, type StoredSubmission, submissionSchema } from './item-schemas.ts';
import { create, read, readAll, replace, stillAbsent, toItem, unchanged } from './items.ts';
import { indexes, keys } from './keys.ts';
import { movedParts } from './unique-parts.ts';

/** What an act on an entry is decided on. */
export interface EntryFacts extends EditionFacts {
  readonly entry: Entry | undefined;
  readonly dossier: Dossier;
  /** The last submitted version. */
  readonly submission: StoredSubmission | undefined;
}

/** All about one entry, in one read. */
export async function loadEntry(
  table: Table,
  editionId: string,
  entryId: string,
  personId: string,
): Promise<EntryFacts> {
  const of = { editionId, entryId, personId };
  return entryFacts(of, await table.getMany(entryKeys(of)));
}

/** Whose act on which entry. */
export interface EntryAct {
  readonly editionId: string;
  readonly entryId: string;
  readonly personId: string;
}

/** Where the facts of an act on an entry are. */
export const entryKeys = ({ editionId, entryId, personId }: EntryAct): readonly Key[] => [
  keys.edition(editionId),
  keys.plan(editionId),
  keys.member(editionId, personId),
  keys.entry(editionId, entryId),
  keys.dossier(editionId, entryId),
  keys.submission(editionId, entryId),
  keys.teammate(editionId, entryId, personId),
];

/** Makes what stands at `entryKeys` into facts. */
export function entryFacts(
  { editionId, entryId, personId }: EntryAct,
  items: readonly (Item | undefined)[],
): EntryFacts {
  const [edition, plan, member, entryOne, dossier, submission, teammate] = items;
  const facts = editionFacts(edition, plan, member);
  const entry = read(entrySchema, entryOne);
  const entryRole = entryRoleOf(entry, read(teammateSchema, teammate), personId);
  return {
    ...facts,
    standing: { ...facts.standing, ...(entryRole === undefined ? {} : { entryRole }) },
    entry,
    dossier: readDossier(dossier, { editionId, entryId }),
    submission: read(submissionSchema, submission),
  };
}

/** The dossier an item holds; without one, an empty dossier of version 0. */
export function readDossier(
  item: Item | undefined,
  of: Pick<Dossier, 'editionId' | 'entryId'>,
): Dossier {
  return read(dossierSchema, item) ?? { ...of, documents: [], version: 0 };
}

/** The files of one entry. */
export async function loadDossier(
  table: Table,
  editionId: string,
  entryId: string,
): Promise<Dossier> {
  return readDossier(await table.get(keys.dossier(editionId, entryId)), { editionId, entryId });
}

/** A changed entry; a changed title is taken and the old one given free. */
export function changedEntry(
  before: Entry,
  after: Entry,
  otherwise?: Change['otherwise'],
): Change[] {
  return [replace(entryItem(after), otherwise), ...movedParts(before, after)];
}

/** An entry taken back: its title and tax number are free again, and its lead has room for another entry. */
export function withdrawnEntry(before: Entry, entry: Entry, ownership: Ownership): Change[] {
  return [
    replace(entryItem(entry)),
    ...movedParts(before, entry),
    changedOwnership(withWithdrawn(ownership, entry.entryId)),
  ];
}

/** A submitted version: kept under its number for ever, and as the last one; its tax number is taken. */
export function newSubmission(before: Entry, entry: Entry, submission: StoredSubmission): Change[] {
  const { editionId, entryId } = entry;
  const version = submission.submission;
  return [
    replace(entryItem(entry)),
    ...movedParts(before, entry),
    replace(toItem(keys.submission(editionId, entryId), { ...submission, version })),
    create(toItem(keys.submissionVersion(editionId, entryId, version), submission)),
  ];
}

/** A dossier over the one it was decided on. */
export function changedDossier(dossier: Dossier): Change {
  return replace(toItem(keys.dossier(dossier.editionId, dossier.entryId), dossier));
}

/** The dossier that was read is still the one there is. */
export function unchangedDossier(dossier: Dossier): Change {
  const key = keys.dossier(dossier.editionId, dossier.entryId);
  return dossier.version === 0 ? stillAbsent(key) : unchanged(key, dossier.version);
}

/** An entry's item, listed by state. */
export function entryItem(entry: Entry): Item {
  const { editionId, entryId } = entry;
  return toItem(keys.entry(editionId, entryId), entry, [
    indexes.entries(editionId),
    `${entry.state}#${entryId}`,
  ]);
}

/** The last submitted versions of these entries, by entry id. */
export async function loadSubmissions(
  table: Table,
  editionId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, StoredSubmission>> {
  const items = await getAll(
    table,
    entryIds.map((id) => keys.submission(editionId, id)),
  );
  return new Map(readAll(submissionSchema, items).map((one) => [one.entryId, one]));
}

/** The address to write to about an entry; undefined when its owner has none. */
export async function loadEntryOwner(
  table: Table,
  editionId: string,
  entryId: string,
): Promise<string | undefined> {
  return read(entrySchema, await table.get(keys.entry(editionId, entryId)))?.ownerEmail;
}
