import { describe, expect, test } from 'vitest';
import type { Plan } from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import { planFromWire, planToWire } from '../../lib/contest/plan-wire.ts';
import type { TieStep } from '../../lib/contest/ranking-rules.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { planSchema } from '../../lib/contract/plan-schema.ts';
import { examplePlan } from '../support/example-plan.ts';
import { criterion, pointsRubric } from '../support/scored-round.ts';

const name = { vi: 'Tên', en: 'Name' };
const vote = { id: 'binh-chon', name, maxPoints: 2000, decimals: 1 };
const given = [criterion('chuyen-can', 40)];
const place = '/rounds/0/rubrics/0/rubric';

const planWith = (
  rubric: Rubric,
  { scale = 10_000, tieBreak = [] as readonly TieStep[], minimumMean = '0' } = {},
): Plan => {
  const plan = examplePlan();
  const rounds = plan.rounds.map((round, at) =>
    at > 0
      ? round
      : {
          ...round,
          scale,
          rubrics: [{ rubric }],
          rules: { ...round.rules, tieBreak, minimumMean },
        },
  );
  return { ...plan, rounds };
};

const problems = (...said: Parameters<typeof planWith>) => planProblems(planWith(...said));

const parts = (first: number, second: number) => [criterion('p', first), criterion('q', second)];

describe('components', () => {
  test('are the scale together with the criteria', () => {
    const judged = pointsRubric({ a: 50, b: 30 });
    const wrong = [{ pointer: `${place}/criteria`, code: 'wrong-sum', limit: 100 }];
    expect(problems({ ...judged, vote })).toEqual([]);
    expect(problems(judged)).toEqual(wrong);
    expect(problems({ ...judged, vote, given: [criterion('g', 1)] })).toEqual(wrong);
    const large = { ...pointsRubric({ a: 100, b: 100, c: 60 }), given };
    expect(problems(large, { scale: 30_000 })).toEqual([]);
    expect(problems(large, { scale: 29_950 })).toEqual([{ ...wrong[0], limit: 299.5 }]);
  });

  test('are the scale together with coefficients, and with the 100 points of weighted criteria', () => {
    const coefficient: Rubric = {
      mode: 'coefficient',
      criteria: [{ ...criterion('a', 5), coefficient: 1600 }],
      vote,
    };
    expect(problems(coefficient)).toEqual([]);
    expect(problems(coefficient, { scale: 9000 })).toMatchObject([
      { code: 'wrong-sum', limit: 90 },
    ]);
    const weighted: Rubric = {
      mode: 'weighted',
      criteria: [{ ...criterion('a', 5), weight: 10_000 }],
      vote,
    };
    expect(problems(weighted, { scale: 12_000 })).toEqual([]);
    expect(problems(weighted)).toMatchObject([{ code: 'wrong-sum', limit: 100 }]);
  });

  test('have names of their own, on a grid that reaches their maximum', () => {
    const rubric: Rubric = {
      ...pointsRubric({ a: 50, b: 20 }),
      given: [criterion('a', 5), { ...criterion('g', 5), step: 300 }],
      vote: { ...vote, id: 'b' },
    };
    expect(problems(rubric)).toEqual([
      { pointer: `${place}/given/0/id`, code: 'repeated' },
      { pointer: `${place}/vote/id`, code: 'repeated' },
      { pointer: `${place}/given/1/step`, code: 'off-step' },
    ]);
  });

  test('may be named by the ladder, and count for the minimum that there can be', () => {
    const rubric = { ...pointsRubric({ a: 80 }), vote };
    const by = (criterionId: string): TieStep => ({ kind: 'criterion', criterionId });
    expect(problems(rubric, { tieBreak: [by('binh-chon'), by('a')], minimumMean: '100' })).toEqual(
      [],
    );
    expect(problems(rubric, { tieBreak: [by('chuyen-can')], minimumMean: '100.5' })).toEqual([
      { pointer: '/rounds/0/rules/minimumMean', code: 'above-maximum', limit: 100 },
      { pointer: '/rounds/0/rules/tieBreak/0/criterionId', code: 'unknown-reference' },
    ]);
  });
});

describe('the least points', () => {
  const least = (minPoints: number): Rubric => ({
    mode: 'points',
    criteria: [{ ...criterion('a', 20), step: 50, minPoints }, criterion('b', 80)],
  });
  const pointer = `${place}/criteria/0/minPoints`;

  test.each([
    [50, []],
    [2000, []],
    [2050, [{ pointer, code: 'above-maximum', limit: 20 }]],
    [75, [{ pointer, code: 'off-step' }]],
  ])('%s hundredths of 20 points by half ones', (minPoints, wrong) => {
    expect(problems(least(minPoints))).toEqual(wrong);
  });

  test('are of what is marked: of the parts where there are some', () => {
    const [p, q] = parts(10, 10);
    const rubric: Rubric = {
      mode: 'points',
      criteria: [
        { ...criterion('a', 20), minPoints: 100, parts: [{ ...p!, minPoints: 1100 }, q!] },
        criterion('b', 80),
      ],
      given: [],
    };
    expect(problems(rubric)).toEqual([
      { pointer, code: 'not-together' },
      { pointer: `${place}/criteria/0/parts/0/minPoints`, code: 'above-maximum', limit: 10 },
    ]);
  });

  test('of what organisers give are on its grid too', () => {
    const rubric: Rubric = {
      ...pointsRubric({ a: 95 }),
      given: [{ ...criterion('g', 5), minPoints: 600 }],
    };
    expect(problems(rubric)).toEqual([
      { pointer: `${place}/given/0/minPoints`, code: 'above-maximum', limit: 5 },
    ]);
  });
});

describe('parts of a criterion', () => {
  const withParts = (first: number, second: number): Rubric => ({
    mode: 'points',
    criteria: [{ ...criterion('a', 20), parts: parts(first, second) }, criterion('b', 80)],
  });

  test('are its maximum together', () => {
    expect(problems(withParts(12, 8))).toEqual([]);
    expect(problems(withParts(12, 8.5))).toEqual([
      { pointer: `${place}/criteria/0/parts`, code: 'wrong-sum', limit: 20 },
    ]);
  });

  test('have steps that divide their maximum and fit into the grid of the criterion', () => {
    const [p, q] = parts(10, 10);
    const rubric = (steps: readonly [number, number]): Rubric => ({
      mode: 'points',
      criteria: [
        {
          ...criterion('a', 20),
          parts: [
            { ...p!, step: steps[0] },
            { ...q!, step: steps[1] },
          ],
        },
        criterion('b', 80),
      ],
    });
    expect(problems(rubric([50, 100]))).toEqual([]);
    expect(problems(rubric([300, 25]))).toEqual([
      { pointer: `${place}/criteria/0/parts/0/step`, code: 'off-step' },
      { pointer: `${place}/criteria/0/parts/1/step`, code: 'off-step' },
    ]);
  });

  test('have names that nothing else of the rubric has, and no step of the ladder', () => {
    const rubric: Rubric = {
      mode: 'points',
      criteria: [
        { ...criterion('a', 20), parts: parts(10, 10) },
        { ...criterion('q', 80), parts: [criterion('a', 40), criterion('r', 40)] },
      ],
    };
    expect(problems(rubric, { tieBreak: [{ kind: 'criterion', criterionId: 'p' }] })).toEqual([
      { pointer: `${place}/criteria/0/parts/1/id`, code: 'repeated' },
      { pointer: `${place}/criteria/1/parts/0/id`, code: 'repeated' },
      { pointer: '/rounds/0/rules/tieBreak/0/criterionId', code: 'unknown-reference' },
    ]);
  });
});

test('a plan with parts and components is written and read back as it is', () => {
  const plan = planWith({
    mode: 'points',
    criteria: [{ ...criterion('a', 20), parts: parts(12, 8) }, criterion('b', 20)],
    given,
    vote,
  });
  const wire = planToWire(plan);
  expect(wire.rounds[0]?.rubrics[0]?.rubric).toEqual({
    mode: 'points',
    criteria: [
      {
        id: 'a',
        name: { vi: 'a', en: 'a' },
        maxPoints: '20',
        step: '0.5',
        parts: [
          { id: 'p', name: { vi: 'p', en: 'p' }, maxPoints: '12', step: '0.5' },
          { id: 'q', name: { vi: 'q', en: 'q' }, maxPoints: '8', step: '0.5' },
        ],
      },
      { id: 'b', name: { vi: 'b', en: 'b' }, maxPoints: '20', step: '0.5' },
    ],
    given: [
      {
        id: 'chuyen-can',
        name: { vi: 'chuyen-can', en: 'chuyen-can' },
        maxPoints: '40',
        step: '0.5',
      },
    ],
    vote: { id: 'binh-chon', name, maxPoints: '20', decimals: 1 },
  });
  expect(planFromWire(planSchema.parse(wire))).toEqual(plan);
  expect(planProblems(plan)).toEqual([]);
});
