import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aggregate } from '../../lib/contest/aggregate.ts';
import { parsePoints } from '../../lib/contest/points.ts';
import { rank } from '../../lib/contest/rank.ts';
import { type RankingRecord, rankRound } from '../../lib/contest/ranking-record.ts';
import type { TieStep } from '../../lib/contest/ranking-rules.ts';
import {
  add,
  compare,
  fractionText,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  roundHalfAwayFromZero,
  subtract,
  unitsText,
} from '../../lib/contest/rational.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { matrixRound, plainRules } from '../support/scored-round.ts';

/** A file of test/reference-data; each names its source and how its expected values were found. */
function load<T>(name: string): T {
  const file = new URL(`../reference-data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

type Expected<T> = { value: T };
type ByEntry<T> = Expected<{ [entry: string]: T }>;

/** Every entry's rank, of a record or of values where the greater is better. */
function ranks(record: RankingRecord): { [entry: string]: number } {
  return Object.fromEntries(
    record.overall.places.flatMap((place) => place.entryIds.map((id) => [id, place.rank])),
  );
}

describe('ISU Worlds 2017, men, free skating', () => {
  type Entry = { entry: string; marks: (string | null)[][]; tes: string; deductions: string };
  const { data, expected } = load<{
    data: { components: string[]; factors: string[]; judges: string[]; entries: Entry[] };
    expected: {
      panel_score: ByEntry<string[]>;
      total_component_score: ByEntry<string>;
      total_segment_score: ByEntry<string>;
      rank: ByEntry<number>;
    };
  }>('isu-worlds-2017-men-free');

  const rubric: Rubric = {
    mode: 'coefficient',
    criteria: data.components.map((id, index) => ({
      id,
      name: { vi: id, en: id },
      maxPoints: 1000,
      step: 25,
      coefficient: parsePoints(data.factors[index]!)!,
    })),
  };
  const sheets = data.entries.flatMap(({ entry, marks }) =>
    data.judges.map((judgeId, judge) => ({
      entryId: entry,
      judgeId,
      state: 'submitted' as const,
      // A null is an absent judge: no mark, so no complete sheet.
      marks: Object.fromEntries(
        data.components.flatMap((id, component) => {
          const mark = marks[component]![judge] ?? null;
          return mark === null ? [] : [[id, parsePoints(mark)!]];
        }),
      ),
    })),
  );
  const round = aggregate({
    rules: { ...plainRules, trim: { count: 1, level: 'criterion' }, roundCriterionMeans: 2 },
    rubric,
    entries: data.entries.map(({ entry }) => ({ entryId: entry, trackId: 'men' })),
    sheets,
  });
  const segment = new Map<string, Rational>(
    round.entries.map(({ entryId, mean }) => {
      const { tes, deductions } = data.entries.find(({ entry }) => entry === entryId)!;
      const plus = add(mean!.value, rationalFromDecimal(tes));
      return [entryId, subtract(plus, rationalFromDecimal(deductions))];
    }),
  );

  test('the trim applies', () => {
    expect(round.trim).toMatchObject({ applied: true, sheetsNeeded: 7 });
  });

  test("each component's score of the panel", () => {
    const found = round.entries.map(({ entryId, mean }) => [
      entryId,
      mean!.criteria.map(({ units, decimals }) => unitsText(units, decimals)),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected.panel_score.value);
  });

  test('the total component score', () => {
    const found = round.entries.map(({ entryId, units }) => [entryId, unitsText(units!, 2)]);
    expect(Object.fromEntries(found)).toEqual(expected.total_component_score.value);
  });

  test('the segment score and the rank', () => {
    const found = [...segment].map(([id, score]) => [id, roundHalfAwayFromZero(score, 2)]);
    expect(Object.fromEntries(found)).toEqual(expected.total_segment_score.value);
    const places = rank([...segment], ([, a], [, b]) => compare(b, a));
    const ranked = places.flatMap(({ rank, members }) => members.map(([id]) => [id, rank]));
    expect(Object.fromEntries(ranked)).toEqual(expected.rank.value);
  });
});

describe('Eurovision 1991', () => {
  const { data, expected } = load<{
    data: { rows: string[]; cols: string[]; matrix: (number | null)[][] };
    expected: { total: ByEntry<number>; place: ByEntry<number> };
  }>('tiebreak-eurovision-1991');
  const rubric: Rubric = {
    mode: 'points',
    criteria: [{ id: 'total', name: { vi: '', en: '' }, maxPoints: 1200, step: 100 }],
  };
  const rows = Object.fromEntries(data.rows.map((row, index) => [row, data.matrix[index]!]));
  const run = (tieBreak: TieStep[]) =>
    rankRound({ rules: { ...plainRules, tieBreak }, rubric, ...matrixRound(rows), decisions: {} });
  const record = run([{ kind: 'countback', upToRank: 1 }, { kind: 'shared' }]);

  test('the totals, from the exact means', () => {
    const totals = record.entries.map(({ entryId, score, sheets }) => {
      const [numerator, denominator = '1'] = score!.mean.split('/');
      const mean = rational(BigInt(numerator!), BigInt(denominator));
      return [entryId, Number(fractionText(multiply(mean, rational(BigInt(sheets.length)))))];
    });
    expect(Object.fromEntries(totals)).toEqual(expected.total.value);
  });

  test('the places: count-back for the first only, the tenth shared', () => {
    expect(ranks(record)).toEqual(expected.place.value);
    const [first] = record.overall.ties[0]!.trace;
    expect(first!.split).toEqual([['Sweden'], ['France']]);
    expect(first!.values['Sweden']!.split('-').slice(0, 2)).toEqual(['4', '5']);
    expect(first!.values['France']!.split('-').slice(0, 2)).toEqual(['4', '2']);
  });

  test('a count-back for all places would have split the tenth', () => {
    const all = ranks(run([{ kind: 'countback' }, { kind: 'shared' }]));
    expect([all['United Kingdom'], all['Ireland']]).toEqual([10, 11]);
  });
});

describe('ISU Cup of China 2017, ties broken by the element score', () => {
  type Segment = { rows: [entry: string, tes: string, tcs: string, deductions: string][] };
  const { data, expected } = load<{
    data: { [segment: string]: Segment };
    expected: { [key: string]: ByEntry<string> & ByEntry<number> };
  }>('tiebreak-isu-cup-of-china-2017');
  const criterion = (id: string, coefficient: number) => ({
    id,
    name: { vi: id, en: id },
    maxPoints: 20_000,
    step: 1,
    coefficient,
  });
  const rubric: Rubric = {
    mode: 'coefficient',
    criteria: [criterion('tes', 100), criterion('tcs', 100), criterion('deductions', -100)],
  };

  test.each(Object.keys(data))('%s', (segment) => {
    const { rows } = data[segment]!;
    const record = rankRound({
      rules: {
        ...plainRules,
        tieBreak: [{ kind: 'criterion', criterionId: 'tes' }, { kind: 'shared' }],
      },
      rubric,
      entries: rows.map(([entryId]) => ({ entryId, trackId: segment })),
      sheets: rows.map(([entryId, tes, tcs, deductions]) => ({
        entryId,
        judgeId: 'panel',
        state: 'submitted',
        marks: {
          tes: parsePoints(tes)!,
          tcs: parsePoints(tcs)!,
          deductions: parsePoints(deductions)!,
        },
      })),
      decisions: {},
    });
    const totals = record.entries.map(({ entryId, score }) => [entryId, score!.printed]);
    expect(Object.fromEntries(totals)).toEqual(expected[`${segment}.total`]!.value);
    expect(ranks(record)).toEqual(expected[`${segment}.rank`]!.value);
    expect(record.overall.ties.length).toBe(1);
  });
});

describe('Judgment of Princeton 2012, reds', () => {
  const { data, expected } = load<{
    data: { rows: string[]; matrix: (number | null)[][] };
    expected: { 'mean.entry': ByEntry<number>; 'trim1.entry': ByEntry<number> };
  }>('contest-princeton-2012-red');
  const rubric: Rubric = {
    mode: 'points',
    criteria: [{ id: 'total', name: { vi: '', en: '' }, maxPoints: 2000, step: 50 }],
  };
  const rows = Object.fromEntries(data.rows.map((row, index) => [row, data.matrix[index]!]));

  test.each([
    ['mean.entry', {}],
    ['trim1.entry', { trim: { count: 1, level: 'total' } as const }],
    ['trim1.entry', { trim: { count: 1, level: 'criterion' } as const }],
  ] as const)('%s %o', (key, rules) => {
    const round = aggregate({ rules: { ...plainRules, ...rules }, rubric, ...matrixRound(rows) });
    for (const { entryId, mean } of round.entries) {
      const { numerator, denominator } = mean!.value;
      const value = Number(numerator) / Number(denominator);
      expect(value).toBeCloseTo(expected[key].value[entryId]!, 9);
    }
    expect(round.entries.length).toBe(data.rows.length);
  });
});

describe('Princeton wine tastings judged by ranks', () => {
  const { data, expected } = load<{
    data: { [report: string]: { entries: string[]; ranks: number[][] } };
    expected: { [key: string]: Expected<number[]> };
  }>('wine-tastings-a');

  test.each(Object.keys(data))('%s: the group ranking of the rank sums', (report) => {
    const { entries, ranks: given } = data[report]!;
    const sums = entries.map((_, index) => given.reduce((sum, row) => sum + row[index]!, 0));
    expect(sums).toEqual(expected[`${report}.rank_sum`]!.value);
    const places = rank(
      entries.map((_, index) => index),
      (a, b) => sums[a]! - sums[b]!,
    );
    const found = entries.map(
      (_, index) => places.find(({ members }) => members.includes(index))!.rank,
    );
    expect(found).toEqual(expected[`${report}.group_rank`]!.value);
  });
});
