import { found } from '../../lib/contest/found.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { Key, Table } from '../../lib/platform/table.ts';
import { memberItem } from '../../lib/store/editions.ts';
import { read } from '../../lib/store/items.ts';
import { assignmentItem } from '../../lib/store/judging.ts';
import { assignmentSchema } from '../../lib/store/judging-schemas.ts';
import { keys } from '../../lib/store/keys.ts';
import { changedStage } from '../../lib/store/stages.ts';
import type { MeasuredCall } from './measured-calls.ts';
import {
  editionId,
  judgeAt,
  judges,
  member,
  roundId,
  type Seeded,
  seededAt,
} from './seed-contest.ts';

const finalId = 'chung-ket';
/** After the freeze; both rounds are open then. */
const judgingAt = '2022-08-10T03:00:00.000Z';
const closesAt = '2022-08-25T10:00:00.000Z';

/** Turns the seeded edition into one in which judges are at work: frozen, with its judges, both rounds open, a final on stage. */
export async function beginJudging(
  table: Table,
  { judged }: Seeded,
  judgeId: string,
): Promise<void> {
  const change = async (key: Key, changes: object): Promise<void> => {
    const item = await table.get(key);
    if (!item) throw new Error(`nothing at ${key.pk} ${key.sk}`);
    await table.write([{ kind: 'put', item: { ...item, ...changes } }]);
  };
  const open = { state: 'scoring', assignmentRevisions: ['seed'], openedAt: seededAt, closesAt };
  await change(keys.edition(editionId), { phase: 'judging' });
  await change(keys.round(editionId, roundId), { closesAt });
  await change(keys.round(editionId, finalId), open);
  const task = await table.get(keys.assignment(editionId, roundId, judged[0] ?? '', judgeId));
  const finalist = { ...found(read(assignmentSchema, task)), roundId: finalId };
  const { entryId, code, title } = finalist;
  const draw = { seed: 'seed', digest: '0f'.repeat(32), by: 'organiser', at: seededAt };
  const place = { editionId, roundId: finalId };
  const stage = {
    ...place,
    order: [{ entryId, code, title }],
    draws: [draw],
    done: [],
    version: 1,
  };
  const people = Array.from({ length: judges }, (_, at) =>
    memberItem(member(judgeAt(at), 'judge')),
  );
  await table.write([
    { kind: 'put', item: assignmentItem(finalist) },
    changedStage(stage).action,
    ...people.map((item) => ({ kind: 'put', item }) as const),
  ]);
}

/** The operations of judging beside those of the main job, in an order in which each can be called: the round closes late. */
export function judgingCalls({ judged }: Seeded, judgeId: string): readonly MeasuredCall[] {
  const [entryId = ''] = judged;
  const round = { editionId, roundId };
  const path = { ...round, entryId };
  const final = { editionId, roundId: finalId };
  const calls: readonly MeasuredCall[] = [
    { route: routes.getRound, said: () => ({ who: 'judge', path: round }) },
    { route: routes.getJudgedEntry, said: () => ({ who: 'judge', path }) },
    {
      route: routes.declareConflict,
      said: () => ({ who: 'judge', path, body: { conflict: false, reason: '' } }),
    },
    { route: routes.listSheetRevisions, said: () => ({ who: 'judge', path }) },
    {
      route: routes.reopenSheet,
      said: () => ({ who: 'organiser', path: { ...path, judgeId }, body: { reason: 'Chấm lại' } }),
    },
    {
      route: routes.listEntryProgress,
      said: () => ({ who: 'organiser', path: round, query: { limit: '50' } }),
    },
    {
      route: routes.proposeAssignment,
      mostEntries: 4000,
      said: () => ({ who: 'organiser', path: round, body: { judgesPerEntry: 2 } }),
    },
    {
      route: routes.assignEntries,
      said: () => ({
        who: 'organiser',
        path: round,
        body: { pairs: [{ entryId, judgeId: judgeAt(0) }] },
      }),
    },
    {
      route: routes.extendRound,
      said: () => ({
        who: 'organiser',
        path: round,
        body: { closesAt: '2022-08-25T18:00', reason: 'Bão', documentNumber: '95/QĐ-BTC' },
      }),
    },
    { route: routes.getStage, said: () => ({ who: 'judge', path: final }) },
    {
      route: routes.moveOn,
      said: () => ({ who: 'organiser', path: final, body: { entryId, state: 'presenting' } }),
    },
    {
      route: routes.closeRound,
      said: () => ({
        who: 'organiser',
        path: round,
        body: { acceptMissing: true, reason: 'Giám khảo vắng' },
      }),
    },
    { route: routes.previewRanking, said: () => ({ who: 'organiser', path: round }) },
    { route: routes.listFlags, said: () => ({ who: 'organiser', path: round }) },
    { route: routes.listTies, said: () => ({ who: 'organiser', path: round }) },
    { route: routes.getConflictEffect, said: () => ({ who: 'organiser', path: round }) },
  ];
  return calls.map((call) => ({ ...call, said: (at) => ({ ...call.said(at), at: judgingAt }) }));
}
