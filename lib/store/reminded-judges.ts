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

/** A judge of a round, how to write to them, and how many sheets they have not handed in. */
export type JudgeToTell = RemindedJudge & { readonly judgeId: string };

/** The active judges with a task in force, by id; as the cards have it, which follow within seconds. */
export async function loadTasked(table: Table, round: Round): Promise<readonly JudgeToTell[]> {
  return await loadJudges(table, round, () => true);
}

/** The active judges of a round whose sheets are waited for, by id; as the cards have it, which follow within seconds. */
export async function loadWaitedFor(table: Table, round: Round): Promise<readonly JudgeToTell[]> {
  return await loadJudges(table, round, ({ missing }) => missing > 0);
}

async function loadJudges(
  table: Table,
  round: Round,
  isMeant: (judge: { readonly missing: number }) => boolean,
): Promise<readonly JudgeToTell[]> {
  const { editionId, roundId } = round;
  const cards = await loadProgressCards(table, editionId, roundId);
  const judges = [...tasksByJudge(round, cards)]
    .map(([judgeId, tasks]) => ({ judgeId, missing: tasks.filter(isWaitedFor).length }))
    .filter(isMeant);
  const items = await getAll(
    table,
    judges.map(({ judgeId }) => keys.member(editionId, judgeId)),
  );
  const members = new Map(readAll(memberSchema, items).map((one) => [one.personId, one]));
  return judges.flatMap((judge) => {
    const member = members.get(judge.judgeId);
    if (!member?.active) return [];
    return [{ ...judge, key: sha256Hex(judge.judgeId).slice(0, 32), to: member.email }];
  });
}
