import { describe, expect, it } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { screen } from '../../support/world-entries.ts';
import {
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  open,
  saveDraft,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, organiserA, judge1, judge2, judge3 } = people;
const name = { vi: 'Tiêu chí', en: 'Criterion' };
const invalid = (errors: readonly object[]) => ({
  status: 422,
  code: 'validation-failed',
  errors,
});

/** Marks of 1 to 5 with coefficients, 50 points together, and a comment that has to be. */
const halfScale = (plan: WirePlan): WirePlan => {
  const [first, ...others] = plan.rounds;
  const criteria = [
    { id: 'y-tuong', name, maxPoints: '5', step: '0.25', coefficient: '6' },
    { id: 'nhan-luc', name, minPoints: '1', maxPoints: '5', step: '1', coefficient: '4' },
  ];
  const rules = { ...first!.rules, minimumMean: '25', tieBreak: [{ kind: 'shared' as const }] };
  const rubrics = [{ rubric: { mode: 'coefficient' as const, criteria } }];
  return {
    ...plan,
    rounds: [{ ...first!, scale: '50', commentRequired: true, rubrics, rules }, ...others],
  };
};

describe('a sheet of another scale and step, with a comment that has to be', () => {
  it('is bounded by its own rubric', async () => {
    await using world = await openWorld({ plan: halfScale });
    const [one] = await scoringEntries(world);
    const save = async (points: object) =>
      await saveDraft(world, judge1, one!.entryId, { body: sheetBody({ points }) });
    const score = (pointer: string, limit: string) => ({ pointer, code: 'invalid-score', limit });
    expect(refusalIn(await save({ 'y-tuong': '4.1', 'nhan-luc': '2.5' }))).toEqual(
      invalid([score('/points/y-tuong', 'off-step 0.25'), score('/points/nhan-luc', 'off-step 1')]),
    );
    expect(refusalIn(await save({ 'y-tuong': '0', 'nhan-luc': '0' }))).toEqual(
      invalid([score('/points/nhan-luc', 'below-minimum 1')]),
    );
    expect(refusalIn(await save({ 'y-tuong': '5.25', 'nhan-luc': '6' }))).toEqual(
      invalid([
        score('/points/y-tuong', 'above-maximum 5'),
        score('/points/nhan-luc', 'above-maximum 5'),
      ]),
    );
    // A criterion of the example's rubric is none of this one.
    expect(refusalIn(await save({ 'doi-moi': '5' }))).toEqual(
      invalid([{ pointer: '/points/doi-moi', code: 'unknown-criterion' }]),
    );
    const saved = await save({ 'y-tuong': '4.250', 'nhan-luc': '3' });
    expect(refusalIn(saved)).toEqual(invalid([score('/points/y-tuong', 'not-a-decimal 0.01')]));
    const { status, body } = await save({ 'y-tuong': '4.25', 'nhan-luc': '5' });
    expect([status, body]).toMatchObject([200, { total: '45.5' }]);
    const path = { roundId: firstRound, entryId: one!.entryId };
    expect(await world.as(judge1).reply(routes.getScoreSheet, { path })).toEqual(body);
  });

  it('is handed in with every mark and a comment that says something, and counts by its coefficients', async () => {
    await using world = await openWorld({ plan: halfScale });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const path = { roundId: firstRound, entryId };
    const points = { 'y-tuong': '4.25', 'nhan-luc': '3' };
    const silent = sheetBody({ points: { 'y-tuong': '4.25' }, comment: ' \n\t ' });
    await saveDraft(world, judge1, entryId, { body: silent });
    const refused = await world.as(judge1).call(routes.submitScoreSheet, { path, ifMatch: 1 });
    expect(refusalIn(refused)).toEqual(
      invalid([
        { pointer: '/points/nhan-luc', code: 'required' },
        { pointer: '/comment', code: 'required' },
      ]),
    );
    for (const judge of [judge1, judge2, judge3]) {
      const basedOn = judge === judge1 ? 1 : 0;
      await saveDraft(world, judge, entryId, { basedOn, body: sheetBody({ points }) });
      await world.as(judge).reply(routes.submitScoreSheet, { path, ifMatch: basedOn + 1 });
    }
    await close(world);
    const { rankings } = await world
      .as(organiserA)
      .reply(routes.previewRanking, { path: { roundId: firstRound } });
    const [ranked] = rankings[0]!.entries;
    expect(ranked?.sheets.map(({ total }) => total)).toEqual(['75/2', '75/2', '75/2']);
    expect([ranked?.score?.printed, ranked?.whyNotEligible]).toEqual(['37.50', []]);
  });
});

/** 100 points by weight: a third of a maximum is no decimal. */
const byWeight = (plan: WirePlan): WirePlan => {
  const [first, ...others] = plan.rounds;
  const criteria = [
    { id: 'y-tuong', name, maxPoints: '3', step: '1', weight: 7000 },
    { id: 'nhan-luc', name, maxPoints: '10', step: '0.5', weight: 3000 },
  ];
  const { scale: _, ...rest } = first!;
  const rules = { ...first!.rules, tieBreak: [{ kind: 'shared' as const }] };
  const rubrics = [{ rubric: { mode: 'weighted' as const, criteria } }];
  return { ...plan, rounds: [{ ...rest, rubrics, rules }, ...others] };
};

/** The first criterion marked by two parts. */
const inParts = (plan: WirePlan): WirePlan => {
  const [first, ...others] = plan.rounds;
  const part = (id: string) => ({ id, name, maxPoints: '20', step: '0.5' });
  const parts = [part('tinh-moi'), part('ham-luong')];
  const criteria = [
    { id: 'doi-moi', name, maxPoints: '40', step: '0.5', parts },
    { id: 'nhu-cau', name, maxPoints: '60', step: '1' },
  ];
  const rules = {
    ...first!.rules,
    tieBreak: [{ kind: 'criterion' as const, criterionId: 'doi-moi' }],
  };
  const rubrics = [{ rubric: { mode: 'points' as const, criteria } }];
  return { ...plan, rounds: [{ ...first!, rubrics, rules }, ...others] };
};

describe('the total that a sheet shows', () => {
  it('is that of its weights, exact also where it is no decimal', async () => {
    await using world = await openWorld({ plan: byWeight });
    const [one] = await scoringEntries(world);
    const totals: unknown[] = [];
    for (const [basedOn, points] of [
      {},
      { 'nhan-luc': '7.5' },
      { 'y-tuong': '1', 'nhan-luc': '10' },
      { 'y-tuong': '3', 'nhan-luc': '10' },
    ].entries()) {
      const body = sheetBody({ points });
      const saved = await saveDraft(world, judge1, one!.entryId, { basedOn, body });
      totals.push(saved.body);
    }
    expect(totals).toMatchObject([
      { total: '0' },
      { total: '22.5' },
      { total: '160/3' },
      { total: '100' },
    ]);
  });
});

describe('a sheet with parts', () => {
  it('is marked part by part, needs each of them, and counts by criterion', async () => {
    await using world = await openWorld({ plan: inParts });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const path = { roundId: firstRound, entryId };
    const wrong = sheetBody({
      points: { 'doi-moi': '30', 'tinh-moi': '20.5', 'ham-luong': '9.3' },
    });
    expect(refusalIn(await saveDraft(world, judge1, entryId, { body: wrong }))).toEqual(
      invalid([
        { pointer: '/points/doi-moi', code: 'unknown-criterion' },
        { pointer: '/points/tinh-moi', code: 'invalid-score', limit: 'above-maximum 20' },
        { pointer: '/points/ham-luong', code: 'invalid-score', limit: 'off-step 0.5' },
      ]),
    );
    const half = sheetBody({ points: { 'tinh-moi': '20', 'nhu-cau': '50' } });
    expect(await saveDraft(world, judge1, entryId, { body: half })).toMatchObject({
      body: { total: '70', points: { 'tinh-moi': '20', 'nhu-cau': '50' } },
    });
    const early = await world.as(judge1).call(routes.submitScoreSheet, { path, ifMatch: 1 });
    expect(refusalIn(early)).toEqual(invalid([{ pointer: '/points/ham-luong', code: 'required' }]));
    const points = { 'tinh-moi': '20', 'ham-luong': '9.5', 'nhu-cau': '50' };
    for (const judge of [judge1, judge2, judge3]) {
      const basedOn = judge === judge1 ? 1 : 0;
      await saveDraft(world, judge, entryId, { basedOn, body: sheetBody({ points }) });
      const handedIn = await world
        .as(judge)
        .reply(routes.submitScoreSheet, { path, ifMatch: basedOn + 1 });
      expect(handedIn).toMatchObject({ total: '79.5', points });
    }
    await close(world);
    const { rankings } = await world
      .as(organiserA)
      .reply(routes.previewRanking, { path: { roundId: firstRound } });
    expect(rankings[0]!.entries[0]?.score).toMatchObject({
      printed: '79.50',
      criteria: [
        { criterionId: 'doi-moi', mean: '59/2', printed: '29.50' },
        { criterionId: 'nhu-cau', mean: '50', printed: '50.00' },
      ],
    });
  });
});

describe('a sheet is refused', () => {
  it('on an entry that was withdrawn after it was given to judges', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    const [{ entryId }, other] = [entries[0]!, entries[1]!];
    await assign(world, allPairs(entries, [judge1]));
    for (const one of [entryId, other.entryId]) await declare(world, judge1, one);
    const consent = { path: { entryId, purpose: 'to-chuc' } };
    await world.as(applicant1).reply(routes.withdrawConsent, consent);
    await open(world);
    expect(refusalIn(await saveDraft(world, judge1, entryId))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'withdrawn',
    });
    expect((await saveDraft(world, judge1, other.entryId)).status).toBe(200);
    const reopening = { path: { roundId: firstRound, entryId, judgeId: judge1.personId } };
    const reopened = await world
      .as(organiserA)
      .call(routes.reopenSheet, { ...reopening, body: { reason: 'Nhầm' } });
    expect(refusalIn(reopened)).toMatchObject({ code: 'state-conflict', state: 'withdrawn' });
  });

  it('with a comment or note far too long, at once and whole', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const tooLong = { code: 'too-long', limit: 4000 };
    const both = [
      { pointer: '/comment', ...tooLong },
      { pointer: '/note', ...tooLong },
    ];
    for (const [length, refusal] of [
      [4001, invalid(both)],
      [30_000, invalid(both)],
      [100_000, { status: 413, code: 'payload-too-large' }],
    ] as const) {
      const long = 'a'.repeat(length);
      const body = sheetBody({ comment: long, note: long });
      const answer = await saveDraft(world, judge1, one!.entryId, { body });
      expect(refusalIn(answer)).toEqual(refusal);
    }
  });

  it('with more marks than any rubric has, before they are looked at', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const points = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`c-${at}`, '1']));
    const answer = await saveDraft(world, judge1, one!.entryId, { body: sheetBody({ points }) });
    expect([answer.status, answer.body.version]).toEqual([422, undefined]);
  });
});

describe('tasks in bulk', () => {
  it('are five hundred at most in one request, all or none', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await screen(world, one!.entryId);
    const pairs = Array.from({ length: 501 }, () => ({
      entryId: one!.entryId,
      judgeId: judge1.personId,
    }));
    const path = { roundId: firstRound };
    const assigning = async (some: typeof pairs) =>
      await world.as(organiserA).call(routes.assignEntries, { path, body: { pairs: some } });
    expect(refusalIn(await assigning(pairs))).toMatchObject({
      status: 422,
      code: 'validation-failed',
    });
    expect((await world.as(judge1).reply(routes.listQueue)).items).toEqual([]);
    expect((await assigning(pairs.slice(1))).status).toBe(201);
  });
});
