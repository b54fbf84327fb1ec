import { describe, expect, test } from 'vitest';
import type { WirePlan, WireRound } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf } from '../../support/denials.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World, worldOpensAt } from '../../support/world.ts';
import {
  allPairs,
  assign,
  close,
  contenders,
  eligibleEntries,
  finalRound,
  firstRound,
  open,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve } from '../../support/world-results.ts';

/** An organiser replaces the plan by another, on the version that stands. */
async function change(world: World, plan: WirePlan, said: object = {}) {
  const { version } = await world.anonymous.reply(routes.getEdition);
  return await world.as(people.organiserA).call(routes.changePlan, {
    body: { plan, reason: 'Đính chính', documentNumber: '99/QĐ-BTC' },
    ifMatch: version,
    ...said,
  });
}

/** The example with one round changed. */
function withRound(roundId: string, parts: Partial<WireRound>): WirePlan {
  const plan = exampleWirePlan();
  const rounds = plan.rounds.map((round) =>
    round.id === roundId ? { ...round, ...parts } : round,
  );
  return { ...plan, rounds };
}

const coarse = (roundId: string): WirePlan =>
  withRound(roundId, {
    rubrics: exampleWirePlan()
      .rounds.find(({ id }) => id === roundId)!
      .rubrics.map(({ rubric }) => ({
        rubric: {
          mode: 'points',
          criteria: rubric.criteria.map((criterion) => ({ ...criterion, step: '1' })),
        },
      })),
  });

const frozen = (roundId: string) => ({
  status: 409,
  code: 'state-conflict',
  state: 'judging',
  blockers: [{ code: 'rubric-frozen', roundId }],
});
const oneMoreRead = { reads: 2, writes: 1, waits: 3 };

describe('how a round is scored', () => {
  test('changes until the round opens, at the price of one read', async () => {
    await using world = await openWorld();
    await assign(world, allPairs(await eligibleEntries(world, contenders(1))));
    expect((await change(world, coarse(firstRound))).status).toBe(200);
    await open(world);
    const { plan } = await world.anonymous.reply(routes.getEdition);
    const { version } = await world.anonymous.reply(routes.getEdition);
    const trips = await world.tripsOf(async () => {
      const rounds = plan.rounds.map((round) =>
        round.id === finalRound ? { ...round, commentRequired: true } : round,
      );
      const body = { plan: { ...plan, rounds }, reason: 'Nhận xét', documentNumber: '1' };
      await world.as(people.organiserA).reply(routes.changePlan, { body, ifMatch: version });
    });
    expect(trips).toEqual(oneMoreRead);
  });

  test.each<[string, WirePlan]>([
    ['rubric', coarse(firstRound)],
    [
      'rules',
      withRound(firstRound, { rules: { ...exampleWirePlan().rounds[0]!.rules, decimals: 1 } }),
    ],
    ['duty to comment', withRound(firstRound, { commentRequired: true })],
  ])('stands from the opening on: %s', async (_, plan) => {
    await using world = await openWorld();
    await openScoring(world, await eligibleEntries(world, contenders(1)));
    const before = contentsOf(world);
    expect(refusalIn(await change(world, plan))).toEqual(frozen(firstRound));
    expect(contentsOf(world)).toEqual(before);
    // The rest of the plan is free, and nobody looks at the rounds for it.
    const { version } = await world.anonymous.reply(routes.getEdition);
    const body = {
      plan: { ...exampleWirePlan(), codePrefix: 'KTM' },
      reason: 'Đổi',
      documentNumber: '1',
    };
    const trips = await world.tripsOf(async () => {
      await world.as(people.organiserA).reply(routes.changePlan, { body, ifMatch: version });
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });

  test('of a later round, even when it opens while the change is decided', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entries = await eligibleEntries(world, contenders(1));
    await openScoring(world, entries);
    await scoreAll(world, entries);
    await close(world);
    await approve(world);
    expect(refusalIn(await change(world, coarse(firstRound)))).toEqual(frozen(firstRound));
    // Somebody is given a task meanwhile: that keeps nobody from changing the rubric.
    beforeNextWrite(async () => await assign(world, allPairs(entries), finalRound));
    expect((await change(world, coarse(finalRound))).status).toBe(200);
    beforeNextWrite(async () => await open(world, finalRound));
    expect(refusalIn(await change(world, exampleWirePlan()))).toEqual(frozen(finalRound));
    const { plan } = await world.anonymous.reply(routes.getEdition);
    expect(plan.rounds.map(({ rubrics }) => rubrics[0]!.rubric.criteria[0]!.step)).toEqual([
      '0.5',
      '1',
    ]);
  });
});

describe('when a round closes', () => {
  const closing = (roundId: string, closesAt: string) => withRound(roundId, { closesAt });

  test('is frozen with the opening, and pointed at; a later round’s is not', async () => {
    await using world = await openWorld();
    await openScoring(world, await eligibleEntries(world, contenders(1)));
    const before = contentsOf(world);
    expect(refusalIn(await change(world, closing(firstRound, '2022-08-26T17:00')))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/plan/rounds/0/closesAt', code: 'frozen', limit: '2022-08-25T17:00' }],
    });
    expect(contentsOf(world)).toEqual(before);
    const { version } = await world.anonymous.reply(routes.getEdition);
    const final = exampleWirePlan().rounds.find(({ id }) => id === finalRound)!;
    const earlier = closing(finalRound, `${final.closesAt.slice(0, 10)}T16:30`);
    const body = { plan: earlier, reason: 'Đổi giờ', documentNumber: '1' };
    const trips = await world.tripsOf(async () => {
      await world.as(people.organiserA).reply(routes.changePlan, { body, ifMatch: version });
    });
    expect(trips).toEqual(oneMoreRead);
  });

  test('not even by an opening that comes while the change is decided', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entries = await eligibleEntries(world, contenders(1));
    await openScoring(world, entries);
    await scoreAll(world, entries);
    await close(world);
    await approve(world);
    await assign(world, allPairs(entries), finalRound);
    const final = exampleWirePlan().rounds.find(({ id }) => id === finalRound)!;
    beforeNextWrite(async () => await open(world, finalRound));
    const earlier = closing(finalRound, `${final.closesAt.slice(0, 10)}T16:30`);
    expect(refusalIn(await change(world, earlier))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/plan/rounds/1/closesAt', code: 'frozen', limit: final.closesAt }],
    });
  });
});

describe('what entries may name', () => {
  const fewer = (): WirePlan => {
    const plan = exampleWirePlan();
    const { tracks, fields, documents } = plan;
    return {
      ...plan,
      tracks: tracks.slice(1),
      fields: fields.slice(1),
      documents: documents.filter(({ kind }) => kind !== 'minh-chung'),
      questions: [],
    };
  };
  const inUse = {
    status: 422,
    code: 'validation-failed',
    errors: [
      { pointer: '/plan/tracks', code: 'in-use', limit: exampleWirePlan().tracks[0]!.id },
      { pointer: '/plan/fields', code: 'in-use', limit: exampleWirePlan().fields[0]!.id },
      { pointer: '/plan/documents', code: 'in-use', limit: 'minh-chung' },
      ...exampleWirePlan().questions.map(({ id: limit }) => ({
        pointer: '/plan/questions',
        code: 'in-use',
        limit,
      })),
    ],
  };

  test('is removed before submissions open, and not from then on', async () => {
    await using world = await openWorld();
    const justBefore = '2022-05-20T00:59:59.999Z';
    expect(refusalIn(await change(world, fewer(), { at: worldOpensAt }))).toEqual(inUse);
    expect((await change(world, fewer(), { at: justBefore })).status).toBe(200);
    expect((await change(world, exampleWirePlan(), { at: worldOpensAt })).status).toBe(200);
  });

  test('not even by an opening that is moved away', async () => {
    await using world = await openWorld();
    const plan = exampleWirePlan();
    const dates = { ...plan.dates, submissionsOpenAt: '2022-07-01T08:00' };
    expect(refusalIn(await change(world, { ...plan, dates }))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/plan/dates/submissionsOpenAt', code: 'already-open' }],
    });
  });
});
