import { expect, test } from 'vitest';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { digestOf } from '../../lib/store/digest.ts';
import { examplePlan } from '../support/example-plan.ts';
import { criterion, plainRules } from '../support/scored-round.ts';

const name = { vi: 'Tên', en: 'Name' };
const trackIds = ['y-tuong', 'du-an'];
const three = [criterion('a', 50), criterion('b', 30), criterion('c', 20)] as const;

const rules: RankingRules = {
  ...plainRules,
  minimumMean: '20',
  zeroRule: 'mark',
  tieBreak: [{ kind: 'criterion', criterionId: 'a' }, { kind: 'shared' }],
  advance: { perTrack: 2 },
};

/** Eight entries in two tracks, three judges, marks over the whole grid. */
const digestUnder = (rubric: Rubric): string => {
  const [first, ...others] = examplePlan().rounds;
  if (first === undefined) throw new Error('the example has a round');
  const { scale: _, ...rest } = first;
  const roundPlan = { ...rest, rubrics: [{ rubric }], rules };
  const plan: Plan = {
    ...examplePlan(),
    tracks: trackIds.map((id) => ({ id, name })),
    rounds: [roundPlan, ...others],
  };
  const entries = Array.from({ length: 8 }, (_, at) => ({
    entryId: `e${at}`,
    trackId: trackIds[at % 2] ?? '',
  }));
  const sheets = entries.flatMap(({ entryId }, entry) =>
    ['J1', 'J2', 'J3'].map((judgeId, judge) => ({
      entryId,
      judgeId,
      state: 'submitted' as const,
      marks: Object.fromEntries(
        rubric.criteria.map(({ id, maxPoints, step }, at) => {
          const steps = maxPoints / step;
          return [id, step * (steps - ((entry * 3 + judge * 5 + at * 7) % (steps + 1)))];
        }),
      ),
    })),
  );
  const round = {
    editionId: 'e',
    roundId: first.id,
    state: 'closed' as const,
    planVersion: 1,
    assignmentRevisions: ['r1'],
    version: 5,
  };
  return digestOf(deriveOutcome({ plan, round, roundPlan, entries, sheets, decisions: {} }));
};

/** What an approved ranking was named by stays its name: whoever kept a digest can redo it with any later version. */
test('a ranking keeps the digest it had before rubrics had parts and components', () => {
  const weights = [5000, 3000, 2000];
  expect({
    points: digestUnder({ mode: 'points', criteria: three }),
    weighted: digestUnder({
      mode: 'weighted',
      criteria: three.map((one, at) => ({ ...one, weight: weights[at] ?? 0 })),
    }),
    coefficient: digestUnder({
      mode: 'coefficient',
      criteria: three.map((one) => ({ ...one, coefficient: 160 })),
    }),
  }).toEqual({
    points: 'a6bcea42d1fb0137cd01f5050f0408972d8a00aba032377cb867dcb15b3e9113',
    weighted: '26fa9d3a6763fac302847dc5a7efc8a8bdfa18f5cad24f3bba59e8652b2d2074',
    coefficient: 'ade71c6fa251a514492d9d7ff4c79a7db3ff27bf87e37c4be7b68b3d239b8ad7',
  });
});
