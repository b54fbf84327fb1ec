import type { RemindedJudge } from '../contest/mail-judging.ts';
import { isWaitedFor, tasksByJudge } from '../contest/progress.ts';
import type { Round } from '../contest/round.ts';
import type { Table } from '../platform/table.ts';
import { sha256Hex } from './digest.ts';
import { getAll } from './get-all.ts';
import { memberSchema } from './item-schemas.ts';
import { readAll } from './items.ts';
import { keys } from './keys.ts';
import { loadProgressCards } from './progress-cards.ts';

/** The active judges of a round whose sheets are waited for, by id; as the cards have it, which follow within seconds. */
export async function loadWaitedFor(
  table: Table,
  round: Round,
): Promise<readonly (RemindedJudge & { readonly judgeId: string })[]> {
  const { editionId, roundId } = round;
  const cards = await loadProgressCards(table, editionId, roundId);
  const missing = [...tasksByJudge(round, cards)]
    .map(([judgeId, tasks]) => ({ judgeId, missing: tasks.filter(isWaitedFor).length }))
    .filter((judge) => judge.missing > 0);
  const items = await getAll(
    table,
    missing.map(({ judgeId }) => keys.member(editionId, judgeId)),
  );
  const members = new Map(readAll(memberSchema, items).map((one) => [one.personId, one]));
  return missing.flatMap((judge) => {
    const member = members.get(judge.judgeId);
    if (!member?.active) return [];
    return [{ ...judge, key: sha256Hex(judge.judgeId).slice(0, 32), to: member.email }];
  });
}
