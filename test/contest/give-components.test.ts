import { describe, expect, it } from 'vitest';
import { componentsMissing } from '../../lib/contest/components-missing.ts';
import {
  type EntryGiven,
  type GivingEntry,
  type GivingWish,
  giveComponents,
} from '../../lib/contest/give-components.ts';
import type { RoundPlan } from '../../lib/contest/plan.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { scoringRound } from '../support/round-facts.ts';
import { criterion, pointsRubric } from '../support/scored-round.ts';

const now = '2022-08-20T02:00:00.000Z';
const round = scoringRound({});
const rubric: Rubric = {
  ...pointsRubric({ a: 75 }),
  given: [criterion('g', 3), criterion('h', 2)],
  vote: { id: 'v', name: { vi: 'v', en: 'v' }, maxPoints: 2000, decimals: 1 },
};
const eligible: GivingEntry = { state: 'eligible', isInRound: true, rubric, before: undefined };
const given: EntryGiven = {
  editionId: round.editionId,
  roundId: round.roundId,
  entryId: 'e',
  points: { g: 250 },
  by: 'o',
  at: now,
  version: 4,
};

const give = (
  wish: Partial<GivingWish>,
  entry: Partial<GivingEntry> = {},
  reason?: string,
  now_ = now,
) =>
  giveComponents(
    round,
    [
      {
        wish: { entryId: 'e', points: {}, basedOn: 0, ...wish },
        entry: { ...eligible, ...entry },
        pointer: '',
      },
    ],
    { by: 'o', reason },
    now_,
  );

describe('giveComponents', () => {
  it('makes the next revision of what may be given bit by bit', () => {
    expect(give({ points: { g: '2.5' } })).toEqual([{ ...given, version: 1 }]);
    const more = { points: { g: '3', h: '0' }, votes: 0, basedOn: 4 };
    expect(give(more, { before: given }, 'Đếm lại')).toEqual([
      { ...given, points: { g: 300, h: 0 }, votes: 0, version: 5 },
    ]);
  });

  it.each([
    ['entry-unknown', {}, { state: undefined }],
    ['entry-not-eligible', {}, { state: 'withdrawn' as const }],
    ['entry-not-advanced', {}, { isInRound: false }],
    ['no-components', {}, { rubric: pointsRubric({ a: 100 }) }],
    ['no-components', {}, { rubric: undefined }],
    ['changed-meanwhile', { basedOn: 3 }, { before: given }],
  ])('is stopped by %s', (code, wish, entry) => {
    expect(refusalOf(() => give(wish, entry))).toEqual({
      code: 'state-conflict',
      state: 'scoring',
      blockers: [{ code, entryId: 'e' }],
    });
  });

  it('waits for no closing time, and ends with the close', () => {
    const { closesAt = '' } = round;
    expect(give({ votes: 1 }, {}, undefined, closesAt)).toHaveLength(1);
    for (const state of ['planned', 'closed', 'approved'] as const) {
      const giving = () => giveComponents({ ...round, state }, [], { by: 'o', reason: 'x' }, now);
      expect(refusalOf(giving)).toEqual({ code: 'state-conflict', state });
    }
  });
});

describe('componentsMissing', () => {
  const [first] = examplePlan().rounds;
  const roundPlan: RoundPlan = {
    ...first!,
    rubrics: [
      { tracks: ['y-tuong'], rubric },
      { tracks: ['du-an'], rubric: pointsRubric({ a: 100 }) },
    ],
  };

  it('names each component that an entry of the round still needs, by entry', () => {
    const tasks = [
      { entryId: 'e2', trackId: 'y-tuong' },
      { entryId: 'e3', trackId: 'du-an' },
      { entryId: 'e1', trackId: 'y-tuong' },
      { entryId: 'e1', trackId: 'y-tuong' },
    ];
    const missing = (entryId: string, because: string) => ({
      code: 'components-missing',
      entryId,
      because,
    });
    const values = new Map([['e1', { points: { h: 0 }, votes: 0 }]]);
    expect(componentsMissing(roundPlan, tasks, values)).toEqual([
      missing('e1', 'g'),
      missing('e2', 'g'),
      missing('e2', 'h'),
      missing('e2', 'v'),
    ]);
  });
});
