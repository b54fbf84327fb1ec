import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  allPairs,
  assign,
  contenders,
  eligibleEntries,
  firstRound,
  open,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3, secretary, revoked } = people;
const path = { roundId: firstRound };
const [j1, j2, j3] = [judge1.personId, judge2.personId, judge3.personId];
const panel = { judges: [j1, j2], chair: j2 };

const set = async (world: World, body: object, ifMatch: number) =>
  await world.as(organiserA).call(routes.setPanel, { path, body, ifMatch });
const replace = async (world: World, body: object, ifMatch: number) =>
  await world
    .as(organiserA)
    .call(routes.replaceInPanel, { path, body: { reason: 'Ốm', ...body }, ifMatch });
const notOrganisers = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;

describe('setPanel', () => {
  it('is seen by the officials, and holds when entries are given out', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    const answer = await set(world, panel, 1);
    const round = {
      editionId: world.editionId,
      roundId: firstRound,
      state: 'planned',
      planVersion: 1,
      panel,
      version: 2,
    };
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([200, '"2"', round]);
    expect(await world.as(judge3).reply(routes.getRound, { path })).toEqual(round);
    const body = { pairs: allPairs(entries, [judge1, judge3]) };
    expect(
      refusalIn(await world.as(organiserA).call(routes.assignEntries, { path, body })),
    ).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: [{ code: 'not-in-panel', entryId: entries[0]!.entryId, judgeId: j3 }],
    });
    await assign(world, allPairs(entries, [judge1]));
    expect(refusalIn(await set(world, { judges: [j2], chair: j2 }, 3))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: [{ code: 'has-tasks', judgeId: j1, count: 1 }],
    });
    await open(world);
    expect(refusalIn(await set(world, panel, 4))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'scoring',
    });
  });

  it('takes active judges of this edition alone', async () => {
    await using world = await openWorld();
    const body = { judges: [j1, secretary.personId, revoked.personId], chair: 'nobody' };
    expect(refusalIn(await set(world, body, 1))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [
        { pointer: '/judges/1', code: 'not-a-judge' },
        { pointer: '/judges/2', code: 'not-a-judge' },
        { pointer: '/chair', code: 'not-a-judge' },
      ],
    });
    expect(refusalIn(await set(world, panel, 2))).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 1,
    });
    expect(refusalIn(await set(world, { judges: [], chair: j1 }, 1))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/judges' }],
    });
  });

  it('is for organisers; two reads and one write, whatever the size', async () => {
    await using world = await openWorld();
    const said = { path, body: panel, ifMatch: 1 };
    expect(await refusalsOf(world, routes.setPanel, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
    const three = { judges: [j1, j2, j3], chair: j1 };
    for (const [index, body] of [panel, three].entries()) {
      const trips = await world.tripsOf(async () => await set(world, body, index + 1));
      expect(trips).toEqual({ reads: 2, writes: 1, waits: 3 });
    }
  });
});

describe('replaceInPanel', () => {
  it('while scoring, with a reason that is kept', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    await set(world, panel, 1);
    await assign(world, allPairs(entries, [judge1]));
    await open(world);
    const answer = await replace(world, { leaves: j2, joins: j3 }, 4);
    expect([answer.status, answer.headers['etag'], answer.body.panel]).toEqual([
      200,
      '"5"',
      { judges: [j1, j3], chair: j3 },
    ]);
    const { records } = await listHistory(world.table, `round/${world.editionId}/${firstRound}`, {
      limit: 100,
    });
    expect(records.at(-1)).toMatchObject({
      operation: 'replaceInPanel',
      actorId: organiserA.personId,
      detail: { leaves: j2, joins: j3, reason: 'Ốm' },
    });
    await assign(world, allPairs(entries, [judge3]));
  });

  it('is refused without a reason, to a stranger, and where no panel is', async () => {
    await using world = await openWorld();
    expect(refusalIn(await replace(world, { leaves: j1, joins: j3 }, 1))).toEqual({
      status: 404,
      code: 'not-found',
    });
    await set(world, panel, 1);
    expect(
      refusalIn(await replace(world, { leaves: j1, joins: secretary.personId }, 2)),
    ).toMatchObject({ status: 422, errors: [{ pointer: '/joins', code: 'not-a-judge' }] });
    expect(
      refusalIn(await replace(world, { leaves: j1, joins: j3, reason: ' ' }, 2)),
    ).toMatchObject({ status: 422, errors: [{ pointer: '/reason', code: 'blank' }] });
    expect(refusalIn(await replace(world, { leaves: j1, joins: j3 }, 1))).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 2,
    });
    const said = { path, body: { leaves: j1, joins: j3, reason: 'Ốm' }, ifMatch: 2 };
    const route = routes.replaceInPanel;
    expect(await refusalsOf(world, route, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
    const trips = await world.tripsOf(
      async () => await replace(world, { leaves: j1, joins: j3 }, 2),
    );
    expect(trips).toEqual({ reads: 2, writes: 1, waits: 3 });
  });
});
