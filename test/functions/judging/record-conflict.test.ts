import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  assign,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, closedFirstRound, digestIn } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, organiserB, judge1, judge2, judge3, secretary } = people;
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
const reason = 'Cùng góp vốn';
const notOrganisers = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;

const pathOf = (entryId: string, judgeId = judge3.personId) => ({
  roundId: firstRound,
  entryId,
  judgeId,
});
const record = async (world: World, entryId: string, judgeId = judge3.personId) =>
  await world
    .as(organiserA)
    .call(routes.recordConflict, { path: pathOf(entryId, judgeId), body: { reason } });

describe('recordConflict', () => {
  it('strikes the sheet of a judge who said there is none, and shuts the entry to them', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    const answer = await record(world, entryId);
    const recorded = {
      entryId,
      judgeId: judge3.personId,
      reason,
      basis: 'recorded',
      declaredAt: world.now(),
      struck: true,
    };
    expect([answer.status, answer.body]).toEqual([200, recorded]);
    const path = { roundId: firstRound, entryId };
    for (const route of [routes.getJudgedEntry, routes.getScoreSheet]) {
      expect(refusalIn(await world.as(judge3).call(route, { path }))).toEqual({
        status: 403,
        code: 'conflict-of-interest',
        because: 'recorded',
      });
    }
    const back = { path, body: { conflict: false, reason: '' } };
    expect(refusalIn(await world.as(judge3).call(routes.declareConflict, back))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'conflict-declared',
    });
    const { items } = await world.as(judge3).reply(routes.listQueue);
    expect(items.map(({ declaration }) => declaration)).toEqual(['conflict']);

    const historyOf = async (subject: string) =>
      (await listHistory(world.table, subject, { limit: 10 })).records.at(-1);
    const place = `${entryId}/${judge3.personId}`;
    expect(await historyOf(`declaration/${world.editionId}/${place}`)).toMatchObject({
      actorId: organiserA.personId,
      operation: 'recordConflict',
      detail: { conflict: true, reason, struck: true },
    });
    expect(await historyOf(`sheet/${world.editionId}/${firstRound}/${place}`)).toMatchObject({
      actorId: organiserA.personId,
      detail: { revision: 3, state: 'submitted', reason, recused: true },
    });
  });

  it('twice is once, and leaves what the judge declared as they said it', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await declare(world, judge3, entryId, { conflict: true, reason: 'Họ hàng' });
    const declaredAt = world.now();
    world.at('2022-08-02T03:00:00.000Z');
    for (const _ of ['once', 'twice']) {
      expect((await record(world, entryId)).body).toEqual({
        entryId,
        judgeId: judge3.personId,
        reason: 'Họ hàng',
        basis: 'declared',
        declaredAt,
        struck: false,
      });
    }
  });

  it('comes before the entry is given to the judge, who then does not get it', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    expect((await record(world, entryId)).body.struck).toBe(false);
    const pairs = [judge2, judge3].map(({ personId }) => ({ entryId, judgeId: personId }));
    const answer = await world
      .as(organiserA)
      .call(routes.assignEntries, { path: { roundId: firstRound }, body: { pairs } });
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: [
        {
          code: 'conflict-of-interest',
          entryId,
          judgeId: judge3.personId,
          because: 'recorded',
        },
      ],
    });
    await assign(world, pairs.slice(0, 1));
  });

  it('after the close changes the ranking, so that what was seen is not approved', async () => {
    await using world = await openWorld();
    const [one] = await closedFirstRound(world);
    const digest = await digestIn(world);
    expect((await record(world, one!.entryId)).body.struck).toBe(true);
    const said = { path: { roundId: firstRound }, body: { digest } };
    const stale = await world.as(organiserB).call(routes.approveRanking, said);
    expect(refusalIn(stale)).toMatchObject({ status: 409, code: 'digest-changed' });
    await approve(world);
  });

  it('leaves a sheet that is waited for no longer, and too few of the entry', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2]) await handIn(world, judge, entryId);
    await record(world, entryId);
    const said = { path: { roundId: firstRound }, body: { acceptMissing: false } };
    expect(refusalIn(await world.as(organiserA).call(routes.closeRound, said))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'scoring',
      blockers: [{ code: 'too-few-sheets', entryId, count: 2 }],
    });
  });

  it('is of a judge and an entry that are there, and an organiser’s to record', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const strays = [
      pathOf(unknownId),
      pathOf(entryId, secretary.personId),
      pathOf(entryId, 'nobody'),
      { ...pathOf(entryId), roundId: 'vong-ba' },
    ];
    for (const path of strays) {
      const answer = await world.as(organiserA).call(routes.recordConflict, {
        path,
        body: { reason },
      });
      expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
    }
    for (const body of [{}, { reason: '' }, { reason, conflict: true }]) {
      const said = { path: pathOf(entryId), body };
      const answer = await world.as(organiserA).call(routes.recordConflict, said);
      expect(answer.status).toBe(422);
    }
    const said = { path: pathOf(entryId), body: { reason } };
    expect(await refusalsOf(world, routes.recordConflict, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });

  it('takes one read and one write', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const trips = await world.tripsOf(async () => await record(world, one!.entryId));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });
});

describe('a conflict recorded in another round than the sheet is of', () => {
  it('strikes the sheet there, too: one word is for all rounds', async () => {
    await using world = await openWorld();
    const [one] = await closedFirstRound(world);
    const { entryId } = one!;
    const path = { ...pathOf(entryId), roundId: finalRound };
    const answer = await world
      .as(organiserA)
      .reply(routes.recordConflict, { path, body: { reason } });
    expect(answer).toMatchObject({ basis: 'recorded', struck: true });
    const { rankings } = await world
      .as(organiserA)
      .reply(routes.previewRanking, { path: { roundId: firstRound } });
    expect(rankings.flatMap(({ entries }) => entries).map((one) => one.notCounted)).toContainEqual([
      { judgeId: judge3.personId, because: 'recused' },
    ]);
    const subject = `sheet/${world.editionId}/${firstRound}/${entryId}/${judge3.personId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(records.at(-1)).toMatchObject({
      operation: 'recordConflict',
      detail: { revision: 3, reason, recused: true },
    });
    const again = await world
      .as(organiserA)
      .reply(routes.recordConflict, { path, body: { reason } });
    expect(again.struck).toBe(false);
  });
});

describe('a conflict recorded while the ranking is approved', () => {
  it('is in what is decided: the ranking that was seen is not approved', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const [one] = await closedFirstRound(world);
    const digest = await digestIn(world);
    const statuses: number[] = [];
    between.beforeNextWrite(async () => {
      statuses.push((await record(world, one!.entryId)).status);
    });
    const said = { path: { roundId: firstRound }, body: { digest } };
    const late = await world.as(organiserB).call(routes.approveRanking, said);
    expect([statuses, refusalIn(late)]).toEqual([
      [200],
      { status: 409, code: 'digest-changed', current: await digestIn(world) },
    ]);
  });

  it('voids the approval where that came first', async () => {
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const [one] = await closedFirstRound(world);
    between.beforeNextWrite(async () => {
      await approve(world);
    });
    expect((await record(world, one!.entryId)).body.struck).toBe(true);
    const { state } = await world
      .as(organiserA)
      .reply(routes.getRound, { path: { roundId: firstRound } });
    expect(state).toBe('closed');
  });
});
