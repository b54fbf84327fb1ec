import type { Edition } from '../contest/edition.ts';
import type { Entry } from '../contest/entry.ts';
import type { LateApplicant } from '../contest/late-admission.ts';
import type { Member } from '../contest/people.ts';
import { itemBytes } from '../platform/item-size.ts';
import type { Position, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { type EntryFacts, entryItem, loadEntry } from './entries.ts';
import { entrySchema, lateApplicantSchema } from './entry-schemas.ts';
import { memberSchema, type StoredSubmission, submissionSchema } from './item-schemas.ts';
import { read, readAll, replace, toItem, unchanged } from './items.ts';
import { keys } from './keys.ts';

/** What an opinion on one entry is given on: all about it, and who the officials are. */
export async function loadForScreening(
  table: Table,
  editionId: string,
  entryId: string,
  personId: string,
): Promise<EntryFacts & { readonly officials: readonly Member[] }> {
  const [facts, officials] = await Promise.all([
    loadEntry(table, editionId, entryId, personId),
    loadOfficials(table, editionId),
  ]);
  return { ...facts, officials };
}

/** What opinions on many entries (at most fifty) are given on, all read at once. */
export async function loadForScreenings(
  table: Table,
  editionId: string,
  entryIds: readonly string[],
  personId: string,
): Promise<
  EditionFacts & {
    readonly officials: readonly Member[];
    readonly entries: ReadonlyMap<
      string,
      { readonly entry: Entry; readonly submission: StoredSubmission | undefined }
    >;
  }
> {
  const [[edition, plan, member], items, officials] = await Promise.all([
    table.getMany([
      keys.edition(editionId),
      keys.plan(editionId),
      keys.member(editionId, personId),
    ]),
    table.getMany(
      entryIds.flatMap((id) => [keys.entry(editionId, id), keys.submission(editionId, id)]),
    ),
    loadOfficials(table, editionId),
  ]);
  const entries = entryIds.flatMap((id, at) => {
    const entry = read(entrySchema, items[2 * at]);
    const submission = read(submissionSchema, items[2 * at + 1]);
    return entry ? [[id, { entry, submission }] as const] : [];
  });
  return { ...editionFacts(edition, plan, member), officials, entries: new Map(entries) };
}

/** Everybody who ever had a role in the edition: one query, but for editions of thousands. */
export async function loadOfficials(table: Table, editionId: string): Promise<readonly Member[]> {
  const members: Member[] = [];
  let after: Position | undefined;
  do {
    const page = await table.query({
      partition: keys.edition(editionId).pk,
      sort: { beginsWith: 'MEMBER#' },
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    members.push(...readAll(memberSchema, page.items));
    after = page.last;
  } while (after !== undefined);
  return members;
}

/** Entries as the secretariat changed them, under the edition that it decided on. */
export const changedByOffice = (edition: Edition, entries: readonly Entry[]): Change[] => [
  ...entries.map((entry) => replace(entryItem(entry))),
  unchanged(keys.edition(edition.editionId), edition.version),
];

/** A transaction holds 4 MiB; what else is in it (the request's reasons, twice, and the answer) is far below one. */
const mostBytes = 3 * 1024 * 1024;

/** Whether entries are small enough to be written in one transaction: fifty of the usual size take a tenth of it. */
export const fitOneWrite = (entries: readonly Entry[]): boolean =>
  entries.reduce((sum, entry) => sum + itemBytes(entryItem(entry)), 0) <= mostBytes;

/** What an exception for an address is decided on, in one read. */
export async function loadForLateApplicant(
  table: Table,
  editionId: string,
  email: string,
  personId: string,
): Promise<EditionFacts & { readonly before: LateApplicant | undefined }> {
  const [edition, plan, member, before] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, personId),
    keys.lateApplicant(editionId, email),
  ]);
  return { ...editionFacts(edition, plan, member), before: read(lateApplicantSchema, before) };
}

/** The exception for an address, over the one it was decided on. */
export const changedLateApplicant = (applicant: LateApplicant): Change =>
  replace(toItem(keys.lateApplicant(applicant.editionId, applicant.email), applicant));
