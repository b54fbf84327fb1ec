import type { Round } from '../contest/round.ts';
import type { Item, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { read, toItem, unchanged } from './items.ts';
import { roundSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';

/** A round's item. */
export function roundItem(round: Round): Item {
  return toItem(keys.round(round.editionId, round.roundId), round);
}

/** Rounds of an edition, in one read; in none where none is asked for. */
export async function loadRounds(
  table: Table,
  editionId: string,
  roundIds: readonly string[],
): Promise<readonly Round[]> {
  if (roundIds.length === 0) return [];
  const items = await table.getMany(roundIds.map((id) => keys.round(editionId, id)));
  return items.flatMap((item) => readRound(item) ?? []);
}

/** The round must still be what was decided on. */
export const unchangedRound = ({ editionId, roundId, version }: Round): Change =>
  unchanged(keys.round(editionId, roundId), version);

/** The round an item holds. */
export const readRound = (item: Item | undefined): Round | undefined => read(roundSchema, item);
