import * as z from 'zod';
import { usesComponents } from '../contest/components-missing.ts';
import type { PlanVersion } from '../contest/edition.ts';
import { found } from '../contest/found.ts';
import type { EntryGiven, GivingEntry } from '../contest/give-components.ts';
import { type Plan, type RoundPlan, roundOf } from '../contest/plan.ts';
import type { Round } from '../contest/round.ts';
import type { Item, Page, Table, Value } from '../platform/table.ts';
import { type HistoryPage, listHistory } from './audit.ts';
import type { Change } from './change.ts';
import { editionFacts } from './editions.ts';
import { entrySchema } from './entry-schemas.ts';
import { submissionSchema } from './item-schemas.ts';
import { read, readAll, replace, toItem } from './items.ts';
import { planOfRound, type RoundFacts } from './judging.ts';
import { componentPartition, keys } from './keys.ts';
import { readRound } from './rounds.ts';

const givenSchema: z.ZodType<EntryGiven> = z.object({
  editionId: z.string(),
  roundId: z.string(),
  entryId: z.string(),
  points: z.record(z.string(), z.int()),
  votes: z.int().exactOptional(),
  by: z.string(),
  at: z.string(),
  version: z.int(),
});

interface RoundPlace {
  readonly editionId: string;
  readonly roundId: string;
}

/** An entry that components are given to, as it is stored; its track is that of what was handed in. */
export type GivenTo = Pick<GivingEntry, 'state' | 'before'> & {
  readonly trackId: string | undefined;
};

/** What giving components to at most 32 entries is decided on, in one read; entries in the order asked. */
export async function loadGiving(
  table: Table,
  { editionId, roundId }: RoundPlace,
  entryIds: readonly string[],
  personId: string,
): Promise<RoundFacts & { readonly entries: readonly GivenTo[] }> {
  const [edition, plan, member, round, ...items] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, personId),
    keys.round(editionId, roundId),
    ...entryIds.flatMap((id) => [
      keys.entry(editionId, id),
      keys.submission(editionId, id),
      keys.components(editionId, roundId, id),
    ]),
  ]);
  return {
    ...editionFacts(edition, plan, member),
    round: readRound(round),
    entries: entryIds.map((_, at) => givenTo(items.slice(3 * at, 3 * at + 3))),
  };
}

function givenTo([entry, submission, given]: readonly (Item | undefined)[]): GivenTo {
  return {
    state: read(entrySchema, entry)?.state,
    trackId: read(submissionSchema, submission)?.content.trackId,
    before: read(givenSchema, given),
  };
}

/** A page of what was given in a round, by entry id. */
export async function listGiven(
  table: Table,
  { editionId, roundId }: RoundPlace,
  page: { readonly after?: string; readonly limit: number },
): Promise<{ readonly given: readonly EntryGiven[]; readonly next?: string }> {
  const { items, last } = await table.query({
    partition: componentPartition(editionId, roundId),
    limit: page.limit,
    ...(page.after === undefined ? {} : { after: keys.components(editionId, roundId, page.after) }),
  });
  return { given: readAll(givenSchema, items), ...(last === undefined ? {} : { next: last.sk }) };
}

/** All that was given in a round, by entry id. */
async function loadGiven(
  table: Table,
  { editionId, roundId }: RoundPlace,
): Promise<ReadonlyMap<string, EntryGiven>> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      partition: componentPartition(editionId, roundId),
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  return new Map(readAll(givenSchema, items).map((given) => [given.entryId, given]));
}

/** The plan a round is scored by, and all that its entries were given where that plan asks for it. */
export async function loadPlanAndGiven(
  table: Table,
  current: PlanVersion,
  round: Round,
): Promise<{
  readonly plan: Plan;
  readonly roundPlan: RoundPlan;
  readonly given: ReadonlyMap<string, EntryGiven>;
}> {
  const plan = await planOfRound(table, current, round);
  const roundPlan = found(roundOf(plan, round.roundId));
  const given = usesComponents(roundPlan) ? await loadGiven(table, round) : new Map();
  return { plan, roundPlan, given };
}

/** What is given now, over what it was decided on. */
export function changedGiven(given: EntryGiven): Change {
  const { editionId, roundId, entryId } = given;
  return replace(toItem(keys.components(editionId, roundId, entryId), given));
}

/** What the audit trail says of a revision; points in hundredths. */
export function givenRecord(
  { editionId, roundId, entryId, version, points, votes }: EntryGiven,
  reason: string | undefined,
): { readonly subject: string; readonly detail: { readonly [name: string]: Value } } {
  return {
    subject: `components/${editionId}/${roundId}/${entryId}`,
    detail: {
      revision: version,
      points: { ...points },
      ...(votes === undefined ? {} : { votes }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

/** A page of the revisions of what was given to an entry, the first one first, from the audit trail. */
export async function listGivenRevisions(
  table: Table,
  { editionId, roundId, entryId }: RoundPlace & { readonly entryId: string },
  range: { readonly limit: number; readonly after?: string },
): Promise<HistoryPage> {
  return await listHistory(table, `components/${editionId}/${roundId}/${entryId}`, range);
}
