import * as z from 'zod';
import { compareBytewise } from '../contest/bytewise.ts';
import type { FlagRuling } from '../contest/flag.ts';
import type { OrganisersDecision } from '../contest/organisers-decision.ts';
import type { TieRuling } from '../contest/tie-ruling.ts';
import type { Item, Page, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { decisionSchema } from './decision-schema.ts';
import { sha256Hex } from './digest.ts';
import { create, read, readAll, readOne, replace, toItem } from './items.ts';
import { keys, rulingPartition } from './keys.ts';

const tieSchema: z.ZodType<TieRuling> = z.object({
  editionId: z.string(),
  roundId: z.string(),
  order: z.array(z.array(z.string())),
  reason: z.string(),
  documentNumber: z.string().exactOptional(),
  signedBy: z.string(),
  at: z.string(),
  version: z.int(),
});

const string = z.string();
const figure = { exact: string, printed: string };

const flagSchema: z.ZodType<FlagRuling> = z.object({
  editionId: string,
  roundId: string,
  entryId: string,
  trackId: string,
  totals: z.array(z.object({ judgeId: string, ...figure })),
  mean: z.object(figure),
  spread: z.object(figure),
  divergent: z.array(string),
  decision: z.enum(['confirmed', 'rescore', 'extra-judge']),
  judgeIds: z.array(string),
  reason: string,
  documentNumber: string.exactOptional(),
  by: string,
  at: string,
  version: z.int(),
});

/** The ruling on a flagged entry that an event's item holds. */
export const readFlagRuling = (item: Item): FlagRuling => readOne(flagSchema, item);

/** What people decided about a closed round. */
export interface Rulings {
  readonly ties: readonly TieRuling[];
  /** The last one on each entry that was flagged. */
  readonly flags: readonly FlagRuling[];
  /** All of the organisers that were ever recorded, by number. */
  readonly decided: readonly OrganisersDecision[];
}

/** All rulings of a round: seldom more than a page. */
export async function loadRulings(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<Rulings> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      partition: rulingPartition(editionId, roundId),
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  const under = (kind: string) => items.filter(({ sk }) => sk.startsWith(kind));
  return {
    ties: readAll(tieSchema, under('TIE#')),
    flags: readAll(flagSchema, under('FLAG#')),
    decided: readAll(decisionSchema, under('DECISION#')),
  };
}

/** A ruling on a tie, over the one it was decided on. */
export function changedTieRuling(ruling: TieRuling): Change {
  const { editionId, roundId, order } = ruling;
  return replace(toItem(keys.tieRuling(editionId, roundId, setName(order.flat())), ruling));
}

/** A ruling on a flagged entry, over the one it was decided on. */
export function changedFlagRuling(ruling: FlagRuling): Change {
  const { editionId, roundId, entryId } = ruling;
  return replace(toItem(keys.flagRuling(editionId, roundId, entryId), ruling));
}

/** One more decision of the organisers; decided again when another one took its number meanwhile. */
export function newDecision(decision: OrganisersDecision): Change {
  const { editionId, roundId, number } = decision;
  return create(toItem(keys.decision(editionId, roundId, number), decision), 'reload');
}

/** The same for each order of the same entries. */
const setName = (entryIds: readonly string[]): string =>
  sha256Hex(JSON.stringify(entryIds.toSorted(compareBytewise)));

const seedSchema = z.object({ seed: z.string() });

/** The seed of a round's lot, kept where no reply reads until it is drawn. */
export const newLotSeed = (editionId: string, roundId: string, seed: string): Change =>
  create(toItem(keys.lotSeed(editionId, roundId), { seed }), 'reload');

/** The seed of a round's lot; undefined where nothing can be drawn. */
export async function loadLotSeed(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<string | undefined> {
  return read(seedSchema, await table.get(keys.lotSeed(editionId, roundId)))?.seed;
}
