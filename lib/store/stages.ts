import * as z from 'zod';
import type { Round } from '../contest/round.ts';
import type { Stage } from '../contest/stage.ts';
import type { Item, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { read, replace, toItem } from './items.ts';
import { keys } from './keys.ts';
import { readRound } from './rounds.ts';

const string = z.string();

const stageSchema: z.ZodType<Stage> = z.object({
  editionId: string,
  roundId: string,
  order: z.array(z.object({ entryId: string, code: string, title: string })),
  draws: z.array(
    z.object({
      seed: string,
      digest: string,
      by: string,
      at: string,
      reason: string.exactOptional(),
    }),
  ),
  present: z
    .object({ entryId: string, state: z.enum(['presenting', 'questions']), startedAt: string })
    .exactOptional(),
  done: z.array(string),
  version: z.int(),
});

/** The stage an item holds; undefined for a round without a running order. */
export const readStage = (item: Item | undefined): Stage | undefined => read(stageSchema, item);

/** A round with its stage, in one read. */
export async function loadStage(
  table: Table,
  { editionId, roundId }: { readonly editionId: string; readonly roundId: string },
  personId: string,
): Promise<
  EditionFacts & { readonly round: Round | undefined; readonly stage: Stage | undefined }
> {
  const [edition, plan, member, round, stage] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, personId),
    keys.round(editionId, roundId),
    keys.stage(editionId, roundId),
  ]);
  return {
    ...editionFacts(edition, plan, member),
    round: readRound(round),
    stage: readStage(stage),
  };
}

/** A stage over the one it was decided on. */
export const changedStage = (stage: Stage): Change =>
  replace(toItem(keys.stage(stage.editionId, stage.roundId), stage));
