import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { sha256Hex } from '../../../lib/store/digest.ts';
import { planWithPitches } from '../../support/matrix-stage.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { firstRound, saveDraft, scoringEntries } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1 } = people;
const path = { roundId: firstRound };
const judges = ['judge1', 'judge2'] as const;
const strangers = ['applicant1', 'administrator', 'organiserElsewhere', 'revoked'] as const;

async function drawn(world: World, count = 3) {
  const entries = await scoringEntries(world, count);
  const stage = await world
    .as(organiserA)
    .reply(routes.drawRunningOrder, { path, body: { seed: 'Kon Tum 28/8' } });
  return { entries, stage, ids: stage.order.map(({ entryId }) => entryId) };
}

const move = async (world: World, entryId: string, state: string) =>
  await world.as(organiserA).call(routes.moveOn, { path, body: { entryId, state } });

describe('drawRunningOrder', () => {
  it('draws every entry of the round, once; anew with a reason', async () => {
    await using world = await openWorld({ plan: planWithPitches });
    const { entries, stage, ids } = await drawn(world);
    const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
    expect(ids.toSorted()).toEqual([...byId.keys()].toSorted());
    expect(stage).toEqual({
      roundId: firstRound,
      order: stage.order.map((one) => ({
        ...one,
        code: byId.get(one.entryId)?.code,
        state: 'waiting',
      })),
      draw: { seed: 'Kon Tum 28/8', digest: sha256Hex(ids.join(' ')), at: world.now() },
      next: ids[0],
      now: world.now(),
    });
    const again = await world.as(organiserA).call(routes.drawRunningOrder, { path, body: {} });
    expect(refusalIn(again)).toEqual({
      status: 409,
      code: 'already-exists',
      what: 'running-order',
    });
    const body = { reason: 'Bốc thăm lại trước khán giả' };
    const anew = await world.as(organiserA).reply(routes.drawRunningOrder, { path, body });
    expect(anew.draw).toEqual({
      seed: expect.stringMatching(/^[0-9a-f]{64}$/),
      digest: sha256Hex(anew.order.map(({ entryId }) => entryId).join(' ')),
      at: world.now(),
      reason: body.reason,
    });
  });

  it('is for rounds of pitches, and for organisers', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const said = { path, body: {} };
    const refused = await world.as(organiserA).call(routes.drawRunningOrder, said);
    expect(refusalIn(refused)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'not-a-pitch',
    });
    const others = ['secretary', ...judges, ...strangers] as const;
    const move = { path, body: { entryId: randomUUID(), state: 'done' } };
    const refusals = { anonymous: unauthenticated, ...each(others, forbidden('organiser')) };
    expect(await refusalsOf(world, routes.drawRunningOrder, said, others)).toEqual(refusals);
    expect(await refusalsOf(world, routes.moveOn, move, others)).toEqual(refusals);
  });
});

describe('the stage', () => {
  it('tells judges and organisers who speaks, who is next and how long, by its own clock', async () => {
    await using world = await openWorld({ plan: planWithPitches });
    const {
      ids: [one = '', two = ''],
    } = await drawn(world, 2);
    const began = world.now();
    expect((await move(world, one, 'presenting')).status).toBe(200);
    const plus = (seconds: number) => new Date(Date.parse(began) + seconds * 1000).toISOString();
    world.at(plus(9 * 60 + 30));
    for (const official of [organiserA, judge1]) {
      const { order, present, next, now } = await world
        .as(official)
        .reply(routes.getStage, { path });
      expect([order.map(({ state }) => state), present, next, now]).toEqual([
        ['presenting', 'waiting'],
        {
          entryId: one,
          state: 'presenting',
          startedAt: began,
          endsAt: plus(600),
          secondsLeft: 30,
        },
        two,
        world.now(),
      ]);
    }
    await move(world, one, 'questions');
    world.at(plus(9 * 60 + 30 + 301));
    const late = await world.as(judge1).reply(routes.getStage, { path });
    expect([late.present?.state, late.present?.secondsLeft]).toEqual(['questions', -1]);
    await move(world, one, 'done');
    const after = await world.as(judge1).reply(routes.getStage, { path });
    expect([after.present, after.next, after.order.map(({ state }) => state)]).toEqual([
      undefined,
      two,
      ['done', 'waiting'],
    ]);
    expect(await refusalsOf(world, routes.getStage, { path }, ['secretary', ...strangers])).toEqual(
      {
        anonymous: unauthenticated,
        ...each(['secretary', ...strangers], forbidden('organiser')),
      },
    );
  });

  it('lets a sheet be written only on who is or was on it', async () => {
    await using world = await openWorld({ plan: planWithPitches });
    const {
      ids: [one = '', two = ''],
    } = await drawn(world, 2);
    const notOnStage = { status: 409, code: 'state-conflict', state: 'not-on-stage' };
    expect(refusalIn(await saveDraft(world, judge1, one))).toEqual(notOnStage);
    await move(world, one, 'presenting');
    expect((await saveDraft(world, judge1, one)).status).toBe(200);
    await move(world, one, 'done');
    expect((await saveDraft(world, judge1, one, { basedOn: 1 })).status).toBe(200);
    const said = { path: { ...path, entryId: one }, ifMatch: 2 };
    expect((await world.as(judge1).call(routes.submitScoreSheet, said)).status).toBe(200);
    expect(refusalIn(await saveDraft(world, judge1, two))).toEqual(notOnStage);
  });

  it('is held by one at a time', async () => {
    await using world = await openWorld({ plan: planWithPitches });
    const {
      ids: [one = '', two = ''],
    } = await drawn(world, 2);
    await move(world, one, 'presenting');
    expect(refusalIn(await move(world, two, 'presenting'))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'occupied',
      blockers: [{ code: 'on-stage', entryId: one }],
    });
  });

  it('is not there before an order is drawn', async () => {
    await using world = await openWorld({ plan: planWithPitches });
    await scoringEntries(world);
    const answer = await world.as(judge1).call(routes.getStage, { path });
    expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
  });
});
