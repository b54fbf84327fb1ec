import { describe, expect, test } from 'vitest';
import { type RankingRecord, rankRound } from '../../lib/contest/ranking-record.ts';
import type { TieStep } from '../../lib/contest/ranking-rules.ts';
import type { Decisions, RoundSheet } from '../../lib/contest/round-facts.ts';
import { matrixRound, plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const rubric = pointsRubric({ total: 100 });

function rankRows(
  rows: Parameters<typeof matrixRound>[0],
  tieBreak: TieStep[],
  decisions: Decisions = {},
): RankingRecord {
  return rankRound({ rules: { ...plainRules, tieBreak }, rubric, ...matrixRound(rows), decisions });
}

const order = ({ overall }: RankingRecord) =>
  overall.places.map(({ rank, entryIds, standing }) => `${rank} ${entryIds.join('=')} ${standing}`);

const firstTrace = ({ overall }: RankingRecord) => overall.ties[0]!.trace;

test('what prints the same is tied, though the exact means differ', () => {
  const many = (last: number) => [...Array.from({ length: 199 }, () => 80), last];
  const record = rankRows({ a: many(80), b: many(80.5), c: many(79) }, [{ kind: 'shared' }]);
  expect(order(record)).toEqual(['1 a=b=c shared']);
});

test('without a ladder a tie stays open, never split by id or input order', () => {
  const record = rankRows({ b: [70], a: [70], c: [90], d: [60] }, []);
  expect(order(record)).toEqual(['1 c alone', '2 a=b open', '4 d alone']);
  expect(record.overall.ties).toEqual([
    { rank: 2, score: '70.00', entryIds: ['a', 'b'], trace: [] },
  ]);
});

describe('criterion', () => {
  const twoCriteria = pointsRubric({ a: 50, b: 50 });
  const sheets: RoundSheet[] = [
    submitted('x', 'J1', { a: 30, b: 40 }),
    submitted('y', 'J1', { a: 40, b: 30 }),
    submitted('z', 'J1', { a: 40, b: 30 }),
    submitted('w', 'J1', { a: 35, b: 35 }),
  ];
  const entries = ['x', 'y', 'z', 'w'].map((entryId) => ({ entryId, trackId: 'idea' }));
  const run = (tieBreak: TieStep[]) =>
    rankRound({
      rules: { ...plainRules, tieBreak },
      rubric: twoCriteria,
      entries,
      sheets,
      decisions: {},
    });

  test('splits on the printed criterion mean; survivors go on to the next step', () => {
    const record = run([
      { kind: 'criterion', criterionId: 'a' },
      { kind: 'criterion', criterionId: 'b' },
      { kind: 'shared' },
    ]);
    expect(order(record)).toEqual(['1 y=z shared', '3 w alone', '4 x alone']);
    expect(firstTrace(record)).toEqual([
      {
        step: 'criterion:a',
        rank: 1,
        tied: ['w', 'x', 'y', 'z'],
        values: { w: '35.00', x: '30.00', y: '40.00', z: '40.00' },
        split: [['y', 'z'], ['w'], ['x']],
      },
      {
        step: 'criterion:b',
        rank: 1,
        tied: ['y', 'z'],
        values: { y: '30.00', z: '30.00' },
        split: [['y', 'z']],
      },
      { step: 'shared', rank: 1, tied: ['y', 'z'], values: {}, split: [['y', 'z']] },
    ]);
  });

  test('a ladder with a criterion that the rubric has not is a fault', () => {
    expect(() => run([{ kind: 'criterion', criterionId: 'c' }])).toThrow(RangeError);
  });

  test('compares the rounded mean: what prints the same on a criterion stays tied', () => {
    const many = (id: string, a: number, b: number, last: { a: number; b: number }) =>
      Array.from({ length: 200 }, (_, i) => submitted(id, `J${i}`, i === 0 ? last : { a, b }));
    const record = rankRound({
      rules: { ...plainRules, tieBreak: [{ kind: 'criterion', criterionId: 'a' }] },
      rubric: twoCriteria,
      entries: ['x', 'y'].map((entryId) => ({ entryId, trackId: 'idea' })),
      sheets: [...many('x', 40, 30, { a: 40.5, b: 29.5 }), ...many('y', 40, 30, { a: 40, b: 30 })],
      decisions: {},
    });
    expect(record.entries[0]!.score!.criteria[0]!.mean).toBe('16001/400');
    // 40.0025 prints as 40.00.
    expect(order(record)).toEqual(['1 x=y open']);
  });
});

describe('headToHead', () => {
  const ladder: TieStep[] = [{ kind: 'headToHead' }];

  test('more common judges strictly preferring one wins', () => {
    const record = rankRows({ a: [80, 71, 71, 70], b: [76, 70, 70, 76] }, [{ kind: 'headToHead' }]);
    expect(order(record)).toEqual(['1 a alone', '2 b alone']);
    expect(firstTrace(record)[0]).toEqual({
      step: 'headToHead',
      rank: 1,
      tied: ['a', 'b'],
      values: { a: '3 of 4', b: '1 of 4' },
      split: [['a'], ['b']],
    });
  });

  test('the second can win, and a judge who sees them equal prefers neither', () => {
    const record = rankRows({ a: [90, 60, 70, 70], b: [70, 71, 79, 70] }, ladder);
    expect(order(record)).toEqual(['1 b alone', '2 a alone']);
    expect(firstTrace(record)[0]!.values).toEqual({ a: '1 of 4', b: '2 of 4' });
  });

  test('only common judges speak, and three are needed', () => {
    const two = rankRows({ a: [80, 80, 50, null], b: [70, 70, null, 70] }, ladder);
    expect(order(two)).toEqual(['1 a=b open']);
    expect(firstTrace(two)[0]).toMatchObject({
      note: 'fewer-than-three-common-judges',
      values: {},
    });
    const three = rankRows({ a: [80, 80, 80, 40, null], b: [70, 70, 60, null, 80] }, ladder);
    expect(order(three)).toEqual(['1 a alone', '2 b alone']);
  });

  test('as many for each leaves the tie', () => {
    const record = rankRows({ a: [80, 60, 70], b: [60, 80, 70] }, ladder);
    expect(order(record)).toEqual(['1 a=b open']);
    expect(firstTrace(record)[0]!.values).toEqual({ a: '1 of 3', b: '1 of 3' });
  });

  test('exactly two: three are not compared in pairs', () => {
    const record = rankRows({ a: [80, 80, 50], b: [70, 70, 70], c: [71, 71, 68] }, ladder);
    expect(order(record)).toEqual(['1 a=b=c open']);
    expect(firstTrace(record)[0]).toMatchObject({ note: 'not-exactly-two-tied' });
  });
});

describe('countback', () => {
  const ladder: TieStep[] = [{ kind: 'countback' }];

  test('counts first places, then second ones, among the entries that a judge scored', () => {
    const record = rankRows(
      { a: [90, 60, 75], b: [80, 80, 65], c: [85, 70, 10], d: [10, null, 90] },
      ladder,
    );
    // J1: a c b d; J2: b c a; J3: d a b c.
    expect(order(record)).toEqual(['1 a alone', '2 b alone', '3 c alone', '4 d alone']);
    expect(firstTrace(record)[0]!.values).toEqual({ a: '1-1-1', b: '1-0-2' });
  });

  test('equal totals of one judge share the better place', () => {
    const record = rankRows({ a: [90, 60, 70], b: [90, 70, 60], c: [20, 95, 65] }, ladder);
    expect(firstTrace(record)[0]!.values).toEqual({ a: '2-0-1', b: '1-1-1' });
    expect(order(record)).toEqual(['1 a alone', '2 b alone', '3 c alone']);
  });

  test('needs equal numbers of sheets', () => {
    const record = rankRows({ a: [80, 70, null], b: [75, 75, 75] }, ladder);
    expect(order(record)).toEqual(['1 a=b open']);
    expect(firstTrace(record)[0]).toMatchObject({ note: 'unequal-sheet-counts' });
  });
});

describe('median', () => {
  test('is exact: the middle total, or the mean of the two middle ones', () => {
    const record = rankRows({ a: [60, 80, 80, 80], b: [75, 75, 75, 75], c: [70, 75.5, 75, 79.5] }, [
      { kind: 'median' },
    ]);
    expect(order(record)).toEqual(['1 a alone', '2 c alone', '3 b alone']);
    expect(firstTrace(record)[0]!.values).toEqual({
      a: '80.00 (exactly 80)',
      b: '75.00 (exactly 75)',
      c: '75.25 (exactly 301/4)',
    });
  });
});

describe('chair', () => {
  const rows = { a: [70], b: [70], c: [70], d: [60] };
  const ladder: TieStep[] = [{ kind: 'chair' }, { kind: 'shared' }];
  const decision = { order: [['c'], ['a', 'b']], reason: 'Biên bản 12', signedBy: 'chair-1' };

  test('waits for the decision: the tie is open, a later step does not take it', () => {
    const record = rankRows(rows, ladder);
    expect(order(record)).toEqual(['1 a=b=c open', '4 d alone']);
    expect(firstTrace(record)).toEqual([
      {
        step: 'chair',
        rank: 1,
        tied: ['a', 'b', 'c'],
        values: {},
        split: [['a', 'b', 'c']],
        note: 'no-decision',
      },
    ]);
  });

  test('the recorded order holds, groups of it included, and is shown', () => {
    const record = rankRows(rows, ladder, { chair: [decision] });
    expect(order(record)).toEqual(['1 c alone', '2 a=b shared', '4 d alone']);
    expect(firstTrace(record)).toEqual([
      {
        step: 'chair',
        rank: 1,
        tied: ['a', 'b', 'c'],
        values: { a: '2', b: '2', c: '1' },
        split: [['c'], ['a', 'b']],
        decision: { reason: 'Biên bản 12', signedBy: 'chair-1' },
      },
    ]);
    expect(record.decisionsNotUsed).toEqual([]);
  });

  test('a decision on another set decides nothing and is named', () => {
    const record = rankRows({ ...rows, c: [69.5] }, ladder, { chair: [decision] });
    expect(order(record)).toEqual(['1 a=b open', '3 c alone', '4 d alone']);
    expect(record.decisionsNotUsed).toEqual([decision]);
  });

  test('cannot reorder what is not tied', () => {
    const chair = [{ ...decision, order: [['d'], ['a'], ['b'], ['c']] }];
    expect(order(rankRows(rows, ladder, { chair }))).toEqual(['1 a=b=c open', '4 d alone']);
  });

  test('two decisions on one tie are a fault', () => {
    const chair = [decision, { ...decision, order: [['a', 'b', 'c']] }];
    expect(() => rankRows(rows, ladder, { chair })).toThrow(RangeError);
  });
});

describe('lot', () => {
  const rows = { a: [70], b: [70], c: [70] };
  const commitment = 'sha256 of the seed';

  test('takes the drawn order', () => {
    const lot = { commitment, order: ['c', 'x', 'a', 'b'] };
    const record = rankRows(rows, [{ kind: 'lot' }], { lot });
    expect(order(record)).toEqual(['1 c alone', '2 a alone', '3 b alone']);
    expect(firstTrace(record)[0]).toMatchObject({ values: { a: '3', b: '4', c: '1' }, commitment });
  });

  test('without a draw that names all tied entries the tie is open', () => {
    for (const decisions of [{}, { lot: { commitment, order: ['a', 'b'] } }]) {
      const record = rankRows(rows, [{ kind: 'lot' }, { kind: 'shared' }], decisions);
      expect(order(record)).toEqual(['1 a=b=c open']);
      expect(firstTrace(record)[0]).toMatchObject({ note: 'no-draw' });
    }
  });
});

test('upToRank limits a step to ties at that rank or better', () => {
  const rows = { a: [90, 70], b: [80, 80], c: [71, 49], d: [60, 60] };
  const ladder: TieStep[] = [
    { kind: 'median' },
    { kind: 'countback', upToRank: 1 },
    { kind: 'shared' },
  ];
  const record = rankRows(rows, ladder);
  expect(order(record)).toEqual(['1 a=b shared', '3 c=d shared']);
  const steps = record.overall.ties.map(({ trace }) => trace.map(({ step, note }) => [step, note]));
  expect(steps).toEqual([
    [
      ['median', undefined],
      ['countback', undefined],
      ['shared', undefined],
    ],
    [
      ['median', undefined],
      ['countback', 'beyond-rank'],
      ['shared', undefined],
    ],
  ]);
});

test('survivors of one step stand at their own rank in the next', () => {
  const rows = { a: [90, 90, 0], b: [60, 60, 60], c: [60, 60, 60] };
  const record = rankRows(rows, [{ kind: 'median' }, { kind: 'shared', upToRank: 1 }]);
  expect(order(record)).toEqual(['1 a alone', '2 b=c open']);
  expect(firstTrace(record).map(({ step, rank, note }) => [step, rank, note])).toEqual([
    ['median', 1, undefined],
    ['shared', 2, 'beyond-rank'],
  ]);
});
