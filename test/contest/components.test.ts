import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RankingRecord, rankRound } from '../../lib/contest/ranking-record.ts';
import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import { rationalFromDecimal, roundHalfAwayFromZero } from '../../lib/contest/rational.ts';
import type { GivenValues, RoundEntry } from '../../lib/contest/round-facts.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { criterion, plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const name = { vi: 'Tên', en: 'Name' };
const vote = { id: 'binh-chon', name, maxPoints: 2000, decimals: 1 };

/** Thái Nguyên: experts up to 80, the public up to 20. */
const withVote: Rubric = { ...pointsRubric({ moi: 20, 'kha-thi': 30, 'tac-dong': 30 }), vote };
/** CiC 2019: 100 + 100 + 60 by the judges, 40 for attendance by the organisers. */
const ofThreeHundred: Rubric = {
  ...pointsRubric({ 'mo-hinh': 100, slide: 100, pitch: 60 }),
  given: [criterion('chuyen-can', 40)],
};

const entry = (entryId: string, given?: GivenValues): RoundEntry => ({
  entryId,
  trackId: 'y-tuong',
  ...(given === undefined ? {} : { given }),
});
const voted = (votes: number): GivenValues => ({ points: {}, votes });
const attended = (hundredths: number): GivenValues => ({ points: { 'chuyen-can': hundredths } });

const rank = (
  rubric: Rubric,
  entries: readonly RoundEntry[],
  sheets: Parameters<typeof rankRound>[0]['sheets'],
  rules: Partial<RankingRules> = {},
) => rankRound({ rubric, entries, sheets, rules: { ...plainRules, ...rules }, decisions: {} });

const printed = ({ entries }: RankingRecord) =>
  Object.fromEntries(entries.map(({ entryId, score }) => [entryId, score?.printed]));
const places = ({ overall }: RankingRecord) =>
  overall.places.map((place) => [place.rank, place.entryIds]);

const expert = (entryId: string, judgeId: string, moi: number) =>
  submitted(entryId, judgeId, { moi, 'kha-thi': 25, 'tac-dong': 25 });
const jury = (entryId: string, judgeId: string, pitch: number) =>
  submitted(entryId, judgeId, { 'mo-hinh': 80, slide: 70, pitch });

describe('a public vote', () => {
  test('adds its share of the most votes, rounded to tenths at once, to the mean of the sheets', () => {
    const record = rank(
      withVote,
      [entry('e1', voted(333)), entry('e2', voted(1000)), entry('e3', voted(0))],
      [
        ...[20, 20, 19.5].map((moi, at) => expert('e1', `J${at}`, moi)),
        ...[10, 10, 10].map((moi, at) => expert('e2', `J${at}`, moi)),
        expert('e3', 'J1', 20),
      ],
    );
    expect(record).toMatchObject({
      derivation: 'official-score/1',
      mostVotes: 1000,
      applied: {
        total: 'sum-of-points',
        components: 'added-to-the-mean',
        vote: 'share-of-the-most-votes-rounded-first',
      },
    });
    // 20 x 333 / 1000 = 6.66; (70 + 70 + 69.5) / 3 + 6.7
    expect(record.entries[0]).toEqual({
      entryId: 'e1',
      trackId: 'y-tuong',
      sheets: [
        { judgeId: 'J0', total: '70' },
        { judgeId: 'J1', total: '70' },
        { judgeId: 'J2', total: '139/2' },
      ],
      score: {
        mean: '419/6',
        components: [{ componentId: 'binh-chon', printed: '6.7', votes: 333 }],
        sum: '1148/15',
        printed: '76.53',
        criteria: [
          { criterionId: 'moi', mean: '119/6', printed: '19.83' },
          { criterionId: 'kha-thi', mean: '25', printed: '25.00' },
          { criterionId: 'tac-dong', mean: '25', printed: '25.00' },
        ],
        dropped: [],
      },
      whyNotEligible: [],
    });
    expect(printed(record)).toEqual({ e1: '76.53', e2: '80.00', e3: '70.00' });
    expect(places(record)).toEqual([
      [1, ['e2']],
      [2, ['e1']],
      [3, ['e3']],
    ]);
  });

  test.each([
    [1, 400, '0.1'],
    [1, 401, '0.0'],
    [399, 400, '20.0'],
    [397, 400, '19.9'],
    [2, 3, '13.3'],
    [7, 7, '20.0'],
    [0, 9_007_199_254, '0.0'],
  ])('%i of at most %i votes are %s points', (votes, most, points) => {
    const entries = [entry('e1', voted(votes)), entry('e2', voted(most))];
    const sheets = entries.map(({ entryId }) => expert(entryId, 'J1', 0));
    const [first] = rank(withVote, entries, sheets).entries;
    expect(first?.score?.components).toEqual([
      { componentId: 'binh-chon', printed: points, votes },
    ]);
  });

  test('gives nobody anything where nobody voted', () => {
    const record = rank(
      withVote,
      [entry('e1', voted(0)), entry('e2', voted(0))],
      [expert('e1', 'J1', 1), expert('e2', 'J1', 2)],
    );
    expect(record.mostVotes).toBe(0);
    expect(printed(record)).toEqual({ e1: '51.00', e2: '52.00' });
  });

  test('agrees with the rule done in other words', () => {
    const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (votes) => {
        const most = Math.max(...votes);
        const entries = votes.map((count, at) => entry(`e${at}`, voted(count)));
        const sheets = entries.map(({ entryId }) => expert(entryId, 'J1', 0));
        const tenths = votes.map((count) =>
          most === 0 ? 0 : Math.floor((2 * 200 * count + most) / (2 * most)),
        );
        expect(rank(withVote, entries, sheets).entries.map(({ score }) => score?.printed)).toEqual(
          tenths
            .map((count) => roundHalfAwayFromZero(rationalFromDecimal(`${500 + count}`), 0))
            .map((text) => `${text.slice(0, -1)}.${text.slice(-1)}0`),
        );
      }),
    );
  });
});

describe('points of the organisers', () => {
  test('make a scale of 300 whole', () => {
    const record = rank(
      ofThreeHundred,
      [entry('e1', attended(3550)), entry('e2', attended(4000))],
      [jury('e1', 'J1', 60), jury('e1', 'J2', 59.5), jury('e2', 'J1', 55), jury('e2', 'J2', 55)],
    );
    expect(printed(record)).toEqual({ e1: '245.25', e2: '245.00' });
    expect(record.entries[0]?.score).toMatchObject({
      mean: '839/4',
      sum: '981/4',
      components: [{ componentId: 'chuyen-can', printed: '35.50' }],
    });
    expect('mostVotes' in record || 'vote' in record.applied).toBe(false);
  });

  test('are rounded with the mean, once', () => {
    const fine: Rubric = {
      mode: 'points',
      criteria: [{ ...criterion('a', 90), step: 10 }],
      given: [{ ...criterion('g', 10), step: 5 }],
    };
    const given = { points: { g: 5 } };
    const sheets = [submitted('e', 'J1', { a: 70 }), submitted('e', 'J2', { a: 70.1 })];
    // 70.05 + 0.05; rounded before it would be 70.1 + 0.05, and then 70.2.
    expect(printed(rank(fine, [entry('e', given)], sheets, { decimals: 1 }))).toEqual({
      e: '70.1',
    });
  });

  test('stay out of a trim', () => {
    const given = attended(0);
    const pitches = [0, 30, 30, 30, 30, 30, 60];
    const sheets = pitches.map((pitch, at) => jury('e', `J${at}`, pitch));
    const record = rank(ofThreeHundred, [entry('e', given)], sheets, {
      trim: { count: 1, level: 'total' },
    });
    expect(record.trim).toMatchObject({ applied: true });
    expect(printed(record)).toEqual({ e: '180.00' });
  });

  test('are added to criterion means that are rounded first', () => {
    const sheets = [jury('e', 'J1', 10), jury('e', 'J2', 10.5)];
    const record = rank(ofThreeHundred, [entry('e', attended(50))], sheets, {
      roundCriterionMeans: 0,
    });
    // 80 + 70 + 10 (10.25 rounded) + 0.5
    expect(printed(record)).toEqual({ e: '160.50' });
  });

  test('weigh as they are beside weighted criteria and coefficients', () => {
    const components = { given: [criterion('g', 20)] };
    const weighted: Rubric = {
      mode: 'weighted',
      criteria: [
        { ...criterion('a', 30), weight: 5000 },
        { ...criterion('b', 5), weight: 5000 },
      ],
      ...components,
    };
    const coefficient: Rubric = {
      mode: 'coefficient',
      criteria: [{ ...criterion('a', 5), coefficient: 300 }],
      ...components,
    };
    const entries = [entry('e', { points: { g: 1050 } })];
    const both = [submitted('e', 'J1', { a: 10, b: 5 })];
    expect(printed(rank(weighted, entries, both))).toEqual({ e: '77.17' });
    const one = [submitted('e', 'J1', { a: 4.5 })];
    expect(printed(rank(coefficient, entries, one))).toEqual({ e: '24.00' });
  });

  test('count for the minimum, and are nothing to the rule of zeros', () => {
    const entries = [entry('e1', attended(0)), entry('e2', attended(50))];
    const sheets = entries.map(({ entryId }) => jury(entryId, 'J1', 50));
    const rules = { minimumMean: '200.5', zeroRule: 'mark' as const };
    expect(rank(ofThreeHundred, entries, sheets, rules).entries).toMatchObject([
      { whyNotEligible: [{ code: 'below-minimum-mean', mean: '200', minimum: '200.5' }] },
      { whyNotEligible: [] },
    ]);
  });

  test('not given are no zero: the entry has no score and no rank', () => {
    const both: Rubric = { ...ofThreeHundred, vote };
    const entries = [
      entry('e1'),
      entry('e2', { points: { 'chuyen-can': 0 } }),
      entry('e3', { points: { 'chuyen-can': 0 }, votes: 0 }),
    ];
    const record = rank(
      both,
      entries,
      entries.map(({ entryId }) => jury(entryId, 'J1', 50)),
      { minimumMean: '1' },
    );
    const missing = (componentId: string) => ({ code: 'component-missing', componentId });
    expect(record.entries.map((one) => one.whyNotEligible)).toEqual([
      [missing('chuyen-can'), missing('binh-chon')],
      [missing('binh-chon')],
      [],
    ]);
    expect(printed(record)).toEqual({ e1: undefined, e2: undefined, e3: '200.00' });
    expect(places(record)).toEqual([[1, ['e3']]]);
  });

  test('off their grid are corrupt data', () => {
    const rankWith = (given: GivenValues) =>
      rank(ofThreeHundred, [entry('e', given)], [jury('e', 'J1', 50)]);
    expect(() => rankWith(attended(4050))).toThrow(RangeError);
    expect(() => rankWith(attended(25))).toThrow(RangeError);
  });
});

describe('a tie', () => {
  test('is split by a component as by a criterion', () => {
    const sheets = [jury('e1', 'J1', 50), jury('e2', 'J1', 49.5), jury('e3', 'J1', 50)];
    const entries = [
      entry('e1', attended(50)),
      entry('e2', attended(100)),
      entry('e3', attended(50)),
    ];
    const { overall } = rank(ofThreeHundred, entries, sheets, {
      tieBreak: [{ kind: 'criterion', criterionId: 'chuyen-can' }, { kind: 'shared' }],
    });
    expect(overall.ties[0]?.trace[0]).toEqual({
      step: 'criterion:chuyen-can',
      rank: 1,
      tied: ['e1', 'e2', 'e3'],
      values: { e1: '0.50', e2: '1.00', e3: '0.50' },
      split: [['e2'], ['e1', 'e3']],
    });
    expect(overall.places.map((place) => [place.rank, place.entryIds])).toEqual([
      [1, ['e2']],
      [2, ['e1', 'e3']],
    ]);
  });
});

test('the same facts make the same bytes in any order', () => {
  const rubric: Rubric = { ...ofThreeHundred, vote };
  const entries = [3, 0, 2, 3, 1].map((votes, at) =>
    entry(`e${at}`, { points: { 'chuyen-can': at * 50 }, votes }),
  );
  const sheets = entries.flatMap(({ entryId }, at) => [
    jury(entryId, 'J1', at % 2),
    jury(entryId, 'J2', at % 3),
  ]);
  const bytes = canonicalize(rank(rubric, entries, sheets));
  const all = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(all(entries), all(sheets), (some, others) => {
      expect(canonicalize(rank(rubric, some, others))).toBe(bytes);
    }),
  );
  expect(JSON.parse(bytes ?? '')).toEqual(rank(rubric, entries, sheets));
});
