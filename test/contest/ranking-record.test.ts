import process from 'node:process';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytewise } from '../../lib/contest/bytewise.ts';
import { type RoundFacts, rankRound } from '../../lib/contest/ranking-record.ts';
import { defaultTieBreak, type RankingRules } from '../../lib/contest/ranking-rules.ts';
import type { RoundSheet } from '../../lib/contest/round-facts.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { criterion, plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const weighted: Rubric = {
  mode: 'weighted',
  criteria: [
    { ...criterion('a', 3), weight: 5000 },
    { ...criterion('b', 2), weight: 3000 },
    { ...criterion('c', 1), weight: 2000 },
  ],
};

describe('the record of a small round', () => {
  const rubric = pointsRubric({ a: 50, b: 50 });
  const rules: RankingRules = {
    minimumSheets: 2,
    decimals: 2,
    minimumMean: '50',
    zeroRule: 'mean',
    tieBreak: defaultTieBreak(rubric),
    cutTie: 'advanceAll',
    advance: { perTrack: 1 },
  };
  const facts: RoundFacts = {
    rules,
    rubric,
    entries: [
      { entryId: 'e1', trackId: 'idea' },
      { entryId: 'e2', trackId: 'project' },
      { entryId: 'e3', trackId: 'idea' },
      { entryId: 'e4', trackId: 'idea' },
    ],
    sheets: [
      submitted('e1', 'J1', { a: 40, b: 40.5 }),
      submitted('e1', 'J2', { a: 41, b: 40 }),
      { ...submitted('e1', 'J3', { a: 0, b: 0 }), state: 'draft' },
      submitted('e2', 'J1', { a: 41, b: 40 }),
      submitted('e2', 'J2', { a: 40.5, b: 40 }),
      submitted('e3', 'J1', { a: 50, b: 0 }),
      submitted('e3', 'J2', { a: 49, b: 0 }),
    ],
    decisions: {},
  };

  test('is the whole derivation as plain data', () => {
    const tie = {
      rank: 1,
      score: '80.75',
      entryIds: ['e1', 'e2'],
      trace: [
        {
          step: 'criterion:a',
          rank: 1,
          tied: ['e1', 'e2'],
          values: { e1: '40.50', e2: '40.75' },
          split: [['e2'], ['e1']],
        },
      ],
    };
    const alone = (rank: number, entryId: string) => ({
      rank,
      score: '80.75',
      entryIds: [entryId],
      standing: 'alone',
    });
    expect(rankRound(facts)).toEqual({
      derivation: 'official-score/1',
      rules,
      rubric,
      applied: {
        counted: 'submitted-complete-not-recused',
        total: 'sum-of-points',
        mean: 'mean',
        criterionMeans: 'exact',
        rounding: 'half-away-from-zero-once',
        floors: 'on-exact-means',
        rank: 'standard-competition-on-printed-score',
        cut: 'advance-all-with-the-same-score',
      },
      entries: [
        {
          entryId: 'e1',
          trackId: 'idea',
          sheets: [
            { judgeId: 'J1', total: '161/2' },
            { judgeId: 'J2', total: '81' },
          ],
          score: {
            mean: '323/4',
            printed: '80.75',
            criteria: [
              { criterionId: 'a', mean: '81/2', printed: '40.50' },
              { criterionId: 'b', mean: '161/4', printed: '40.25' },
            ],
            dropped: [],
          },
          whyNotEligible: [],
        },
        {
          entryId: 'e2',
          trackId: 'project',
          sheets: [
            { judgeId: 'J1', total: '81' },
            { judgeId: 'J2', total: '161/2' },
          ],
          score: {
            mean: '323/4',
            printed: '80.75',
            criteria: [
              { criterionId: 'a', mean: '163/4', printed: '40.75' },
              { criterionId: 'b', mean: '40', printed: '40.00' },
            ],
            dropped: [],
          },
          whyNotEligible: [],
        },
        {
          entryId: 'e3',
          trackId: 'idea',
          sheets: [
            { judgeId: 'J1', total: '50' },
            { judgeId: 'J2', total: '49' },
          ],
          score: {
            mean: '99/2',
            printed: '49.50',
            criteria: [
              { criterionId: 'a', mean: '99/2', printed: '49.50' },
              { criterionId: 'b', mean: '0', printed: '0.00' },
            ],
            dropped: [],
          },
          whyNotEligible: [
            { code: 'below-minimum-mean', mean: '99/2', minimum: '50' },
            { code: 'zero-criterion-mean', criterionId: 'b' },
          ],
        },
        {
          entryId: 'e4',
          trackId: 'idea',
          sheets: [],
          whyNotEligible: [{ code: 'too-few-sheets', sheets: 0, minimum: 2 }],
        },
      ],
      notCounted: [{ entryId: 'e1', judgeId: 'J3', because: 'draft' }],
      overall: { places: [alone(1, 'e2'), alone(2, 'e1')], ties: [tie] },
      tracks: [
        {
          trackId: 'idea',
          ranking: { places: [alone(1, 'e1')], ties: [] },
          advance: { limit: 1, entryIds: ['e1'], blockers: [] },
        },
        {
          trackId: 'project',
          ranking: { places: [alone(1, 'e2')], ties: [] },
          advance: { limit: 1, entryIds: ['e2'], blockers: [] },
        },
      ],
      decisionsNotUsed: [],
    });
  });

  test('shows the marks that a trim dropped, in points', () => {
    const marks = [10, 20, 20, 20, 20, 20, 30.5];
    const sheets = marks.map((a, i) => submitted('e1', `J${i}`, { a, b: 25 }));
    const entries = [{ entryId: 'e1', trackId: 'idea' }];
    const record = (level: 'total' | 'criterion') =>
      rankRound({
        ...facts,
        entries,
        sheets,
        rules: { ...rules, trim: { count: 1, level } },
      });
    expect(record('total').entries[0]?.score?.dropped).toEqual([
      { judgeId: 'J0', total: '35' },
      { judgeId: 'J6', total: '111/2' },
    ]);
    expect(record('criterion').entries[0]?.score?.dropped).toEqual([
      { judgeId: 'J0', criterionId: 'a', points: '10' },
      { judgeId: 'J6', criterionId: 'a', points: '30.5' },
      { judgeId: 'J0', criterionId: 'b', points: '25' },
      { judgeId: 'J6', criterionId: 'b', points: '25' },
    ]);
    expect([record('total'), record('criterion')].map(({ applied }) => applied.mean)).toEqual([
      'trimmed-by-total',
      'trimmed-by-criterion',
    ]);
  });

  test('a recorded decision changes how many of a track go on, and is shown', () => {
    const decision = { trackId: 'idea', perTrack: 0, reason: 'Biên bản 3', signedBy: 'chair-1' };
    const { tracks } = rankRound({ ...facts, decisions: { advance: [decision] } });
    expect(tracks.map(({ advance }) => [advance?.entryIds, advance?.decision])).toEqual([
      [[], decision],
      [['e2'], undefined],
    ]);
    const two = { advance: [decision, decision] };
    expect(() => rankRound({ ...facts, decisions: two })).toThrow(RangeError);
  });

  test('a track ranks its own tie, which the whole round may not have alone', () => {
    const sheets = ['x', 'y', 'z'].flatMap((entryId) =>
      ['J1', 'J2', 'J3'].map((judgeId, judge) => {
        const b = entryId === 'x' ? [41, 41, 38][judge]! : 40;
        return submitted(entryId, judgeId, { a: 40, b });
      }),
    );
    const { overall, tracks } = rankRound({
      ...facts,
      rules: { ...rules, tieBreak: [{ kind: 'headToHead' }, { kind: 'shared' }] },
      entries: [
        { entryId: 'x', trackId: 'idea' },
        { entryId: 'y', trackId: 'idea' },
        { entryId: 'z', trackId: 'project' },
      ],
      sheets,
    });
    expect(overall.places.map(({ entryIds }) => entryIds)).toEqual([['x', 'y', 'z']]);
    expect(tracks[0]?.ranking.places.map(({ entryIds }) => entryIds)).toEqual([['x'], ['y']]);
  });

  test('an empty round is a record too', () => {
    const record = rankRound({ ...facts, entries: [], sheets: [] });
    expect(record.overall).toEqual({ places: [], ties: [] });
    expect(record.tracks).toEqual([]);
  });
});

/** Rounds small and coarse enough to be full of ties, floors and missing sheets. */
const rounds = fc.record({
  rows: fc.array(
    fc.record({
      trackId: fc.constantFrom('idea', 'project'),
      sheets: fc.array(
        fc.record({
          halves: fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }), fc.nat({ max: 2 })),
          fate: fc.constantFrom('counts', 'counts', 'counts', 'draft', 'recused', 'incomplete'),
        }),
        { maxLength: 8 },
      ),
    }),
    { maxLength: 7 },
  ),
  rules: fc.record({
    minimumSheets: fc.nat({ max: 3 }),
    decimals: fc.nat({ max: 3 }),
    minimumMean: fc.constantFrom('0', '33.3', '50'),
    zeroRule: fc.constantFrom('off', 'mean', 'mark'),
    tieBreak: fc.shuffledSubarray([
      { kind: 'criterion', criterionId: 'a' },
      { kind: 'criterion', criterionId: 'c' },
      { kind: 'headToHead' },
      { kind: 'countback' },
      { kind: 'median' },
      { kind: 'chair' },
      { kind: 'shared' },
    ] as const),
    cutTie: fc.constantFrom('advanceAll', 'unresolved'),
  }),
});

type Round = typeof rounds extends fc.Arbitrary<infer T> ? T : never;

function factsOf({ rows, rules }: Round): RoundFacts {
  const entries = rows.map(({ trackId }, index) => ({ entryId: `e${index}`, trackId }));
  const sheets = rows.flatMap((row, index) =>
    row.sheets.map(({ halves: [a, b, c], fate }, judge): RoundSheet => {
      const marks = { a: a * 50, b: b * 50, ...(fate === 'incomplete' ? {} : { c: c * 50 }) };
      const state = fate === 'draft' ? 'draft' : 'submitted';
      const recused = fate === 'recused';
      return { entryId: `e${index}`, judgeId: `J${judge}`, marks, state, recused };
    }),
  );
  return { rubric: weighted, entries, sheets, rules, decisions: {} };
}

describe('the same facts', () => {
  test('make the same bytes in any order', () => {
    const shuffled = rounds.chain((round) => {
      const facts = factsOf(round);
      const all = <T>(list: readonly T[]) =>
        fc.shuffledSubarray([...list], { minLength: list.length });
      return fc.record({
        facts: fc.constant(facts),
        entries: all(facts.entries),
        sheets: all(facts.sheets),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ facts, entries, sheets }) => {
        const bytes = canonicalize(rankRound(facts));
        expect(canonicalize(rankRound({ ...facts, entries, sheets }))).toBe(bytes);
      }),
    );
  });

  test('make JSON that reads back as the record', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const record = rankRound(factsOf(round));
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      }),
    );
  });
});

/**
 * The specification once more in other words: integers in units of 1/6000 of a point (the maxima are 3, 2
 * and 1), no fractions, ranks by counting who is better.
 */
function model({ rows, rules }: Round) {
  return rows.map(({ sheets }) => {
    const counted = sheets.filter(({ fate }) => fate === 'counts').map(({ halves }) => halves);
    const n = BigInt(counted.length);
    if (n === 0n) return { printed: undefined, eligible: false };
    // 5000 x a/2/3 + 3000 x b/2/2 + 2000 x c/2/1, over 100, times 6000 = 50,000a + 45,000b + 60,000c.
    const total = ([a, b, c]: readonly number[]) => 50_000 * a! + 45_000 * b! + 60_000 * c!;
    const sum = BigInt(counted.reduce((all, halves) => all + total(halves), 0));
    const shift = 10n ** BigInt(rules.decimals);
    const units = (sum * shift * 2n + 6000n * n) / (6000n * n * 2n);
    const minimum = { '0': 0n, '33.3': 199_800n, '50': 300_000n }[rules.minimumMean]!;
    const columns = [0, 1, 2].map((index) => counted.map((halves) => halves[index]));
    const isZero = {
      off: false,
      mean: columns.some((column) => column.every((mark) => mark === 0)),
      mark: columns.some((column) => column.includes(0)),
    }[rules.zeroRule];
    const eligible = counted.length >= rules.minimumSheets && sum >= minimum * n && !isZero;
    return { printed: units, eligible };
  });
}

test('agrees with an independent model of the specification', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const record = rankRound(factsOf({ ...round, rules: { ...round.rules, tieBreak: [] } }));
      const expected = model(round);
      const ranks = new Map(
        record.overall.places.flatMap(({ rank, entryIds }) => entryIds.map((id) => [id, rank])),
      );
      for (const [index, { printed, eligible }] of expected.entries()) {
        const entry = record.entries.find(({ entryId }) => entryId === `e${index}`)!;
        const text = entry.score?.printed.replace('.', '');
        expect(text === undefined ? undefined : BigInt(text)).toBe(printed);
        expect(entry.whyNotEligible.length === 0).toBe(eligible);
        const better = expected.filter((one) => one.eligible && one.printed! > printed!).length;
        expect(ranks.get(`e${index}`)).toBe(eligible ? better + 1 : undefined);
      }
    }),
    { numRuns: 300 },
  );
});

test('the ladder only ever orders what is tied, and keeps everybody', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const plain = rankRound(factsOf({ ...round, rules: { ...round.rules, tieBreak: [] } }));
      const broken = rankRound(factsOf(round));
      const byScore = broken.overall.places.reduce((groups, { score, entryIds }) => {
        groups.set(score, [...(groups.get(score) ?? []), ...entryIds].toSorted(compareBytewise));
        return groups;
      }, new Map<string, string[]>());
      const tied = plain.overall.places.map(({ score, entryIds }) => [score, [...entryIds]]);
      expect([...byScore]).toEqual(tied);
      let next = 1;
      for (const { rank, entryIds } of broken.overall.places) {
        expect(rank).toBe(next);
        next += entryIds.length;
      }
    }),
  );
});

test('50,000 sheets of 6 criteria take a few seconds of processor time at the very most', () => {
  const rubric = pointsRubric({ a: 20, b: 20, c: 15, d: 15, e: 20, f: 10 });
  const entries = Array.from({ length: 10_000 }, (_, i) => ({
    entryId: `entry-${i}`,
    trackId: `track-${i % 5}`,
  }));
  const sheets = entries.flatMap(({ entryId }, i) =>
    Array.from({ length: 5 }, (_, j) => {
      const marks = Object.fromEntries(
        rubric.criteria.map(({ id }, c) => [id, ((i * 7 + j * 13 + c * 5) % 20) * 50]),
      );
      return { entryId, judgeId: `J${(i + j * 61) % 300}`, marks, state: 'submitted' as const };
    }),
  );
  const start = process.cpuUsage();
  const record = rankRound({
    rules: { ...plainRules, tieBreak: defaultTieBreak(rubric) },
    rubric,
    entries,
    sheets,
    decisions: {},
  });
  const { user, system } = process.cpuUsage(start);
  expect(user + system).toBeLessThan(5_000_000);
  expect(record.entries.length).toBe(10_000);
});
