import * as z from 'zod';
import type { Commented } from '../contest/moderation.ts';
import type { Round } from '../contest/round.ts';
import type { Item, Table } from '../platform/table.ts';
import { loadDecided, loadModerations } from './comments.ts';
import { type EntryAct, type EntryFacts, entryFacts, entryKeys } from './entries.ts';
import { keys } from './keys.ts';
import { readRound } from './rounds.ts';
import { loadEntryShares, type OutcomePlace } from './shares.ts';

const gateSchema = z.object({
  digest: z.string(),
  publishedAt: z.string(),
  state: z.enum(['published', 'retracted']).prefault('published'),
});

/** What a published result opens: which outcome of the last round it is of. */
export interface Published {
  readonly digest: string;
  readonly publishedAt: string;
}

/** Undefined before the publication, and once it is retracted. */
function readPublished(item: Item | undefined): Published | undefined {
  const gate = item && gateSchema.parse(item);
  return gate?.state === 'published' ? gate : undefined;
}

/** What is published of an edition now. */
export async function loadPublished(
  table: Table,
  editionId: string,
): Promise<Published | undefined> {
  return readPublished(await table.get(keys.result(editionId)));
}

/** All about one entry and whether its edition's result is published, in one read. */
export async function loadFeedbackGate(
  table: Table,
  act: EntryAct,
): Promise<EntryFacts & { readonly published: Published | undefined }> {
  const wanted = entryKeys(act);
  const items = await table.getMany([...wanted, keys.result(act.editionId)]);
  return { ...entryFacts(act, items), published: readPublished(items[wanted.length]) };
}

/** A round of a published edition, and what it came to. */
export interface ToldRound {
  readonly round: Round;
  readonly place: OutcomePlace;
}

/** The approved rounds among these, in their order; the last one as it is published, which a correction may still change. */
export async function loadToldRounds(
  table: Table,
  { editionId, roundIds }: { readonly editionId: string; readonly roundIds: readonly string[] },
  published: Published,
): Promise<readonly ToldRound[]> {
  const items = await table.getMany(roundIds.map((roundId) => keys.round(editionId, roundId)));
  return roundIds.flatMap((roundId, at) => {
    const round = readRound(items[at]);
    const isLast = at === roundIds.length - 1;
    const digest = isLast ? published.digest : round?.approval?.digest;
    return round && digest !== undefined ? [{ round, place: { editionId, roundId, digest } }] : [];
  });
}

/** Each round for one entry: its share, the averages, and the comments something was decided about, with their sheets. */
export async function loadTold(
  table: Table,
  rounds: readonly ToldRound[],
  { editionId, entryId }: Pick<EntryAct, 'editionId' | 'entryId'>,
) {
  const [shares, commented] = await Promise.all([
    loadEntryShares(
      table,
      rounds.map(({ place }) => place),
      entryId,
    ),
    loadModerations(table, { editionId, entryId }).then((all) => loadDecided(table, all)),
  ]);
  return rounds.map(({ round }, at) => ({
    round,
    share: shares[at]?.share,
    averages: shares[at]?.averages ?? [],
    commented: commented.filter(isOf(round)),
  }));
}

const isOf =
  ({ roundId }: Round) =>
  ({ sheet }: Commented): boolean =>
    sheet?.roundId === roundId;
