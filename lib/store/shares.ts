import * as z from 'zod';
import { type EntryShare, sharesOf, type TrackAverage } from '../contest/feedback.ts';
import type { Outcome } from '../contest/outcome.ts';
import type { Action, Table } from '../platform/table.ts';
import { getAll } from './get-all.ts';
import { readAll, readOne, toItem } from './items.ts';
import { keys } from './keys.ts';

const string = z.string();
const printed = z.object({ criterionId: string, printed: string });

const scored = {
  printed: string,
  criteria: z.array(printed),
  components: z.array(z.object({ componentId: string, printed: string })).exactOptional(),
};

const shareSchema: z.ZodType<EntryShare> = z.object({
  entryId: string,
  trackId: string,
  score: z.object(scored).exactOptional(),
  rank: z.int().exactOptional(),
  ranked: z.int(),
});

const averagesSchema: z.ZodType<{ readonly averages: readonly TrackAverage[] }> = z.object({
  averages: z.array(z.object({ trackId: string, ...scored })),
});

/** Where an outcome lies. */
export interface OutcomePlace {
  readonly editionId: string;
  readonly roundId: string;
  readonly digest: string;
}

/** Written in one transaction: it may have a hundred. */
const chunk = 50;

/**
 * Writes what each entry is told of an outcome under the outcome's digest, so that whoever asks reads their own part and never
 * the whole. Like the parts of the outcome it means nothing before the round is approved under that digest.
 */
export async function writeShares(table: Table, outcome: Outcome, digest: string): Promise<void> {
  const { editionId, roundId } = outcome;
  const at = { editionId, roundId, digest };
  const { shares, averages } = sharesOf(outcome);
  const items = [
    toItem(keys.averages(at), { averages }),
    ...shares.map((share) => toItem(keys.share(at, share.entryId), share)),
  ];
  for (let from = 0; from < items.length; from += chunk) {
    const actions = items.slice(from, from + chunk).map((item): Action => ({ kind: 'put', item }));
    await table.write(actions);
  }
}

/** What the entries of an edition were told of an outcome, as far as they were in it. */
export async function loadShares(
  table: Table,
  at: OutcomePlace,
  entryIds: readonly string[],
): Promise<readonly EntryShare[]> {
  const wanted = entryIds.map((entryId) => keys.share(at, entryId));
  return readAll(shareSchema, await getAll(table, wanted));
}

/** What one entry is told of each of these outcomes, in one read. */
export async function loadEntryShares(
  table: Table,
  places: readonly OutcomePlace[],
  entryId: string,
): Promise<
  readonly { readonly share: EntryShare | undefined; readonly averages: readonly TrackAverage[] }[]
> {
  const wanted = places.flatMap((at) => [keys.share(at, entryId), keys.averages(at)]);
  const items = wanted.length === 0 ? [] : await table.getMany(wanted);
  return places.map((_, at) => {
    const [share, averages] = [items[2 * at], items[2 * at + 1]];
    return {
      share: share && readOne(shareSchema, share),
      averages: averages ? readOne(averagesSchema, averages).averages : [],
    };
  });
}
