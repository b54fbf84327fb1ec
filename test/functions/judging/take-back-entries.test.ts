import { describe, expect, it } from 'vitest';
import type { UncountedSheet } from '../../../lib/contest/counted-sheets.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { deriveRound } from '../../../lib/derived/round-outcome.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { loadRound } from '../../../lib/store/judging.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  saveDraft,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const reason = 'Ốm';
const route = routes.takeBackEntries;

const pair = (entryId: string, judge: Person = judge1) => ({ entryId, judgeId: judge.personId });
const said = (pairs: readonly object[], more: object = {}) => ({
  path,
  body: { pairs, reason, ...more },
});
const takeBack = async (world: World, pairs: readonly object[], more: object = {}) =>
  await world.as(organiserA).call(route, said(pairs, more));
const queueOf = async (world: World, judge: Person = judge1) =>
  (await world.as(judge).reply(routes.listQueue)).items.map(({ entryId }) => entryId);
const conflict = (state: string, blockers?: readonly object[]) => ({
  status: 409,
  code: 'state-conflict',
  state,
  ...(blockers === undefined ? {} : { blockers }),
});
const savedAs = async (world: World, entryId: string, basedOn: number) =>
  refusalIn(await saveDraft(world, judge1, entryId, { basedOn }));

/** What the derivation says of sheets that it leaves out. */
async function notCounted(world: World): Promise<readonly UncountedSheet[]> {
  const place = { editionId: world.editionId, roundId: firstRound };
  const facts = await loadRound(world.table, place, organiserA.personId);
  const { outcome } = await deriveRound(world.table, facts);
  return outcome.rankings.flatMap((ranking) => ranking.notCounted);
}

describe('taking entries back', () => {
  it('of a planned round takes the task out of queue, progress and proposal, and it can be given again', async () => {
    await using world = await openWorld();
    const [one, two] = await eligibleEntries(world, contenders(2));
    const pairs = allPairs([one!, two!]);
    await assign(world, pairs);
    const gone = pair(one!.entryId);
    const trips = await world.tripsOf(async () => {
      const { status, body } = await takeBack(world, [gone, gone]);
      expect([status, body]).toEqual([200, { roundId: firstRound, takenBack: 1, struck: 0 }]);
    });
    expect(trips).toEqual({ reads: 2, writes: 1, waits: 3 });
    expect(await queueOf(world)).toEqual([two!.entryId]);
    await world.settle();
    const asked = { path, body: {} };
    const progress = async () => {
      const board = await world.as(organiserA).reply(routes.getProgress, { path });
      return board.judges.map(({ assigned }) => assigned).sort();
    };
    expect(await progress()).toEqual([1, 2, 2]);
    const proposal = await world.as(organiserA).reply(routes.proposeAssignment, asked);
    expect(proposal).toMatchObject({ pairs: [gone], standing: 5 });
    // The very request that gave it first.
    await assign(world, pairs);
    await world.settle();
    expect((await queueOf(world)).sort()).toEqual([one!.entryId, two!.entryId].sort());
    expect(await progress()).toEqual([2, 2, 2]);
    expect(await world.as(organiserA).reply(routes.proposeAssignment, asked)).toMatchObject({
      pairs: [],
      standing: 6,
    });
  });

  it('leaves a draft without a task, and with it again once it is given again', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await saveDraft(world, judge1, entryId);
    expect((await takeBack(world, [pair(entryId)])).status).toBe(200);
    expect(await queueOf(world)).toEqual([]);
    const place = { path: { roundId: firstRound, entryId } };
    const mine = world.as(judge1);
    expect(await savedAs(world, entryId, 1)).toEqual(conflict('taken-back'));
    const handed = await mine.call(routes.submitScoreSheet, { ...place, ifMatch: 1 });
    expect(refusalIn(handed)).toEqual(conflict('taken-back'));
    const read = [routes.getScoreSheet, routes.getJudgedEntry, routes.listSheetRevisions];
    for (const each of read) expect((await mine.call(each, place)).status).toBe(404);
    // Nobody waits for it.
    await handIn(world, judge2, entryId);
    await handIn(world, judge3, entryId);
    await assign(world, [pair(entryId)]);
    const sheet = await mine.reply(routes.getScoreSheet, place);
    expect([sheet.state, sheet.version]).toEqual(['draft', 1]);
    await mine.reply(routes.submitScoreSheet, { ...place, ifMatch: 1 });
    await close(world);
  });

  it('of a sheet that was handed in has to be said, and the sheet counts no longer', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    const locked = await takeBack(world, [pair(entryId), pair(entryId, judge2)]);
    const blocker = (judge: Person) => ({ code: 'sheet-submitted', ...pair(entryId, judge) });
    expect(refusalIn(locked)).toEqual(conflict('scoring', [blocker(judge1), blocker(judge2)]));
    const struck = await takeBack(world, [pair(entryId)], { strike: true });
    expect(struck.body).toEqual({ roundId: firstRound, takenBack: 1, struck: 1 });

    const subject = `sheet/${world.editionId}/${firstRound}/${entryId}/${judge1.personId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    const { actorId, operation, detail } = records.at(-1)!;
    expect([actorId, operation]).toEqual([organiserA.personId, 'takeBackEntries']);
    expect(detail).toEqual({
      ...records.at(-2)!.detail,
      revision: 3,
      state: 'draft',
      reason,
      takenBack: true,
    });
    await close(world, firstRound, acceptMissing);
    expect(await notCounted(world)).toEqual([{ ...pair(entryId), because: 'taken-back' }]);
    const revisions = await world.as(organiserA).reply(routes.listJudgeSheetRevisions, {
      path: { roundId: firstRound, ...pair(entryId) },
    });
    expect(revisions.items.map(({ state, takenBack }) => [state, takenBack])).toEqual([
      ['draft', undefined],
      ['submitted', undefined],
      ['draft', true],
    ]);
  });

  it('of a sheet that was handed in, and given again, has the judge hand it in again', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    await takeBack(world, [pair(entryId)], { strike: true });
    await assign(world, [pair(entryId)]);
    const closing = { path, body: { acceptMissing: false } };
    expect(refusalIn(await world.as(organiserA).call(routes.closeRound, closing))).toEqual(
      conflict('scoring', [
        { code: 'sheet-missing', ...pair(entryId) },
        { code: 'too-few-sheets', entryId, count: 2 },
      ]),
    );
    const place = { path: { roundId: firstRound, entryId }, ifMatch: 3 };
    await world.as(judge1).reply(routes.submitScoreSheet, place);
    await close(world);
    expect(await notCounted(world)).toEqual([]);
  });

  it('is one act under one key, and refused where there is nothing to take', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const once = { ...said([pair(one!.entryId)]), idempotencyKey: 'take-once' };
    const first = await world.as(organiserA).call(route, once);
    const again = await world.as(organiserA).call(route, once);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(refusalIn(await takeBack(world, [pair(one!.entryId)]))).toEqual(
      conflict('scoring', [{ code: 'not-assigned', ...pair(one!.entryId) }]),
    );
    await close(world, firstRound, acceptMissing);
    expect(refusalIn(await takeBack(world, [pair(one!.entryId, judge2)]))).toEqual(
      conflict('closed'),
    );
  });

  it('takes thirty tasks with their sheets by one write', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world, 9);
    for (const { entryId } of entries) {
      for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    }
    const pairs = allPairs(entries);
    const { body } = await takeBack(world, pairs, { strike: true });
    expect(body).toEqual({ roundId: firstRound, takenBack: 27, struck: 27 });
    const many = Array.from({ length: 31 }, () => pairs[0]!);
    expect((await takeBack(world, many)).status).toBe(422);
  });

  it('is for organisers alone', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const names = ['secretary', 'judge1', 'applicant1', 'organiserElsewhere', 'revoked'] as const;
    expect(await refusalsOf(world, route, said([pair(one!.entryId)]), names)).toEqual({
      anonymous: unauthenticated,
      ...each(names, forbidden('organiser')),
    });
  });
});

describe('a race for one sheet has one winner', () => {
  const place = (entryId: string) => ({ path: { roundId: firstRound, entryId }, ifMatch: 1 });

  it('handing in, before a removal is written', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await saveDraft(world, judge1, entryId);
    beforeNextWrite(async () => {
      await world.as(judge1).reply(routes.submitScoreSheet, place(entryId));
    });
    expect(refusalIn(await takeBack(world, [pair(entryId)]))).toEqual(
      conflict('scoring', [{ code: 'sheet-submitted', ...pair(entryId) }]),
    );
    expect(await queueOf(world)).toEqual([entryId]);
  });

  it('a removal, before the sheet is handed in or saved', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one, two] = await scoringEntries(world, 2);
    for (const { entryId } of [one!, two!]) await saveDraft(world, judge1, entryId);
    beforeNextWrite(async () => await takeBack(world, [pair(one!.entryId)]));
    const handed = await world.as(judge1).call(routes.submitScoreSheet, place(one!.entryId));
    expect(refusalIn(handed)).toEqual(conflict('taken-back'));
    beforeNextWrite(async () => await takeBack(world, [pair(two!.entryId)]));
    expect(await savedAs(world, two!.entryId, 1)).toEqual(conflict('taken-back'));
    expect(await queueOf(world)).toEqual([]);
  });

  it('the first save, before a removal is written: the draft is there and its task is gone', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    beforeNextWrite(async () => {
      const body = sheetBody();
      const saved = { path: { roundId: firstRound, entryId }, body, ifMatch: 0 };
      await world.as(judge1).reply(routes.saveScoreSheet, saved);
    });
    expect((await takeBack(world, [pair(entryId)])).status).toBe(200);
    expect(await savedAs(world, entryId, 1)).toEqual(conflict('taken-back'));
  });

  it('a request that gives the same entry, begun before the removal and ended after it', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    await assign(world, [pair(entryId)]);
    beforeNextWrite(async () => await takeBack(world, [pair(entryId)]));
    await assign(world, [pair(entryId)]);
    expect(await queueOf(world)).toEqual([entryId]);
    await declare(world, judge1, entryId);
  });
});
