import { describe, expect, test } from 'vitest';
import { aggregate } from '../../lib/contest/aggregate.ts';
import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import { fractionText, unitsText } from '../../lib/contest/rational.ts';
import type { RoundSheet } from '../../lib/contest/round-facts.ts';
import { matrixRound, plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const rubric = pointsRubric({ total: 100 });
const twoCriteria = pointsRubric({ a: 50, b: 50 });

function score(rows: Parameters<typeof matrixRound>[0], rules: Partial<RankingRules> = {}) {
  return aggregate({ rules: { ...plainRules, ...rules }, rubric, ...matrixRound(rows) });
}

function scoreOne(sheets: RoundSheet[], rules: Partial<RankingRules> = {}) {
  const entries = [{ entryId: 'e', trackId: 'idea' }];
  const round = { rules: { ...plainRules, ...rules }, rubric: twoCriteria, entries, sheets };
  return aggregate(round).entries[0]!;
}

describe('which sheets count', () => {
  const complete = submitted('e', 'J1', { a: 30, b: 40 });

  test('submitted, complete, not recused, of an entry in the round; the others are named', () => {
    const sheets: RoundSheet[] = [
      complete,
      { ...submitted('e', 'J2', { a: 10, b: 10 }), state: 'draft' },
      { ...submitted('e', 'J3', { a: 10, b: 10 }), recused: true },
      submitted('e', 'J4', { a: 10 }),
      submitted('withdrawn', 'J1', { a: 10, b: 10 }),
      { ...submitted('e', 'J5', { a: 50, b: 50 }), recused: false },
    ];
    const entries = [{ entryId: 'e', trackId: 'idea' }];
    const round = aggregate({ rules: plainRules, rubric: twoCriteria, entries, sheets });
    expect(round.entries[0]?.sheets.map(({ judgeId }) => judgeId)).toEqual(['J1', 'J5']);
    expect(fractionText(round.entries[0]!.mean!.value)).toBe('85');
    expect(round.notCounted).toEqual([
      { entryId: 'e', judgeId: 'J2', because: 'draft' },
      { entryId: 'e', judgeId: 'J3', because: 'recused' },
      { entryId: 'e', judgeId: 'J4', because: 'incomplete' },
      { entryId: 'withdrawn', judgeId: 'J1', because: 'not-in-round' },
    ]);
  });

  test('a judge who is absent or recused is missing, never a zero', () => {
    const entry = scoreOne([complete, { ...submitted('e', 'J2', { a: 0, b: 0 }), recused: true }]);
    expect(fractionText(entry.mean!.value)).toBe('70');
    const none = scoreOne([]);
    expect(none.mean).toBeUndefined();
    expect(none.units).toBeUndefined();
    expect(none.reasons).toEqual([{ code: 'too-few-sheets', sheets: 0, minimum: 1 }]);
  });

  test('a mark not given is missing, even on a criterion named like a property of every object', () => {
    const rubric = pointsRubric({ a: 50, constructor: 50 });
    const entries = [{ entryId: 'e', trackId: 'idea' }];
    const sheets = [submitted('e', 'J1', { a: 30 })];
    expect(aggregate({ rules: plainRules, rubric, entries, sheets }).notCounted).toEqual([
      { entryId: 'e', judgeId: 'J1', because: 'incomplete' },
    ]);
  });

  test('corrupt data is a fault, not a sheet less', () => {
    for (const marks of [
      { a: 30, b: 50.5 },
      { a: 30, b: 0.25 },
      { a: 30, b: -1 },
    ]) {
      expect(() => scoreOne([submitted('e', 'J1', marks)])).toThrow(RangeError);
    }
    const foreign = submitted('e', 'J1', { a: 30, b: 40, c: 10 });
    expect(() => scoreOne([foreign])).toThrow(RangeError);
    const twice = [1, 2].map(() => ({ entryId: 'e', trackId: 'idea' }));
    const facts = { rules: plainRules, rubric: twoCriteria, entries: twice, sheets: [] };
    expect(() => aggregate(facts)).toThrow(RangeError);
  });

  test('the maths accepts two sheets of one judge; entering them is refused elsewhere', () => {
    const entry = scoreOne([complete, complete, submitted('e', 'J2', { a: 0, b: 40 })]);
    expect(fractionText(entry.mean!.value)).toBe('60');
  });
});

describe('the mean', () => {
  test('one judge in all is fine', () => {
    expect(fractionText(score({ a: [81.5] }).entries[0]!.mean!.value)).toBe('163/2');
  });

  test('is exact and rounded once, half away from zero', () => {
    const { entries } = score({ a: [81, 81.5, 81], b: [80, 80.5], c: [66.5, 66.5, 67] });
    expect(entries.map(({ mean }) => fractionText(mean!.value))).toEqual([
      '487/6',
      '321/4',
      '200/3',
    ]);
    expect(entries.map(({ units }) => unitsText(units!, 2))).toEqual(['81.17', '80.25', '66.67']);
    const one = score({ a: [80, 80.5] }, { decimals: 1 }).entries[0]!;
    expect(unitsText(one.units!, 1)).toBe('80.3');
  });

  test('all marks equal: every mean is that mark', () => {
    const { entries } = score({ a: [70, 70], b: [70, 70] }, { minimumMean: '70' });
    expect(entries.map(({ mean }) => fractionText(mean!.value))).toEqual(['70', '70']);
    expect(entries.map(({ reasons }) => reasons)).toEqual([[], []]);
  });

  test('large denominators do not overflow', () => {
    const maxima = [97, 89, 83, 79, 73, 71, 67, 61, 59, 53];
    const criteria = maxima.map((max, i) => ({
      id: `c${i}`,
      name: { vi: '', en: '' },
      maxPoints: max * 100,
      step: 1,
      weight: 1000,
    }));
    const sheets = Array.from({ length: 47 }, (_, judge) => ({
      entryId: 'e',
      judgeId: `J${judge}`,
      state: 'submitted' as const,
      marks: Object.fromEntries(criteria.map(({ id, maxPoints }) => [id, maxPoints - judge])),
    }));
    const entries = [{ entryId: 'e', trackId: 'idea' }];
    const rubric = { mode: 'weighted', criteria } as const;
    const { mean } = aggregate({ rules: plainRules, rubric, entries, sheets }).entries[0]!;
    // 100 - (mean of judge = 23) x sum of 1000/max/100/100, brought to one fraction by hand.
    const product = maxima.reduce((all, max) => all * BigInt(max), 1n);
    const shares = maxima.reduce((sum, max) => sum + product / BigInt(max), 0n);
    expect(mean!.value.numerator * product * 10n).toBe(
      (product * 1000n - 23n * shares) * mean!.value.denominator,
    );
  });
});

describe('floors', () => {
  test('an entry needs the minimum of sheets', () => {
    const { entries } = score({ a: [70, 70, 70], b: [70, 70, null] }, { minimumSheets: 3 });
    expect(entries.map(({ reasons }) => reasons)).toEqual([
      [],
      [{ code: 'too-few-sheets', sheets: 2, minimum: 3 }],
    ]);
  });

  test('the exact mean must reach the minimum; what prints as 50.00 may not', () => {
    const marks = (low: number) => [...Array.from({ length: 199 }, () => 50), low];
    const { entries } = score(
      { above: marks(50.5), at: marks(50), below: marks(49.5) },
      { minimumMean: '50' },
    );
    expect(entries.map(({ units }) => unitsText(units!, 2))).toEqual(['50.00', '50.00', '50.00']);
    expect(entries.map(({ reasons }) => reasons)).toEqual([
      [],
      [],
      [{ code: 'below-minimum-mean', mean: '19999/400', minimum: '50' }],
    ]);
  });

  const zeroFromOne = [
    submitted('e', 'J1', { a: 50, b: 0 }),
    submitted('e', 'J2', { a: 50, b: 0.5 }),
    submitted('e', 'J3', { a: 50, b: 0 }),
  ];
  const zeroFromAll = ['J1', 'J2'].map((judgeId) => submitted('e', judgeId, { a: 50, b: 0 }));

  test('no-zero rule off', () => {
    expect(scoreOne(zeroFromAll).reasons).toEqual([]);
  });

  test('no-zero rule on the mean of a criterion', () => {
    expect(scoreOne(zeroFromOne, { zeroRule: 'mean' }).reasons).toEqual([]);
    expect(scoreOne(zeroFromAll, { zeroRule: 'mean' }).reasons).toEqual([
      { code: 'zero-criterion-mean', criterionId: 'b' },
    ]);
  });

  test('no-zero rule on each mark', () => {
    expect(scoreOne(zeroFromOne, { zeroRule: 'mark' }).reasons).toEqual([
      { code: 'zero-mark', criterionId: 'b', judgeIds: ['J1', 'J3'] },
    ]);
    const half = [submitted('e', 'J1', { a: 50, b: 0.5 })];
    expect(scoreOne(half, { zeroRule: 'mark' }).reasons).toEqual([]);
  });

  test('all unmet floors are told at once', () => {
    const rules = { minimumSheets: 3, minimumMean: '50.5', zeroRule: 'mean' } as const;
    expect(scoreOne(zeroFromAll, rules).reasons).toEqual([
      { code: 'too-few-sheets', sheets: 2, minimum: 3 },
      { code: 'below-minimum-mean', mean: '50', minimum: '50.5' },
      { code: 'zero-criterion-mean', criterionId: 'b' },
    ]);
  });
});

describe('trim', () => {
  const seven = [10, 20, 30, 40, 50, 60, 100];
  const byTotal = { trim: { count: 1, level: 'total' } } as const;

  test('drops the lowest and the highest total from seven sheets up', () => {
    const { entries, trim } = score({ a: seven }, byTotal);
    expect(fractionText(entries[0]!.mean!.value)).toBe('40');
    expect(entries[0]!.mean!.dropped).toEqual([
      { judgeId: 'J1', total: 1000n },
      { judgeId: 'J7', total: 10_000n },
    ]);
    expect(trim).toEqual({
      count: 1,
      level: 'total',
      applied: true,
      sheetsNeeded: 7,
      fewestSheets: 7,
    });
  });

  test('applies to every entry or to none', () => {
    const { entries, trim } = score({ a: seven, b: seven.slice(0, 6) }, byTotal);
    expect(entries.map(({ mean }) => fractionText(mean!.value))).toEqual(['310/7', '35']);
    expect(entries.map(({ mean }) => mean!.dropped)).toEqual([[], []]);
    expect(trim).toMatchObject({ applied: false, fewestSheets: 6 });
    expect(score({ a: seven, b: [] }, byTotal).trim).toMatchObject({ applied: false });
  });

  test('needs 2t + 3 sheets: nine for two, and for three', () => {
    const eight = Array.from({ length: 8 }, (_, index) => index * index);
    const two = { trim: { count: 2, level: 'total' } } as const;
    expect(score({ a: eight.slice(0, 7) }, two).trim).toMatchObject({ applied: true });
    const three = { trim: { count: 3, level: 'total' } } as const;
    expect(score({ a: eight }, three).trim).toMatchObject({ applied: false, sheetsNeeded: 9 });
    const nine = score({ a: [...eight, 64] }, three);
    expect(nine.trim).toMatchObject({ applied: true, sheetsNeeded: 9 });
    expect(fractionText(nine.entries[0]!.mean!.value)).toBe('50/3');
  });

  test('a count of nought is no trim', () => {
    const none = score({ a: seven }, { trim: { count: 0, level: 'criterion' } });
    expect(none.trim).toMatchObject({ applied: false });
    expect(none.entries[0]!.mean!.dropped).toEqual([]);
  });

  test('by criterion drops marks of each criterion by itself', () => {
    const a = [0, 10, 10, 10, 10, 10, 50];
    const b = [50, 20, 20, 20, 20, 20, 0];
    const sheets = a.map((mark, i) => submitted('e', `J${i + 1}`, { a: mark, b: b[i]! }));
    const entry = scoreOne(sheets, { trim: { count: 1, level: 'criterion' } });
    expect(fractionText(entry.mean!.value)).toBe('30');
    expect(entry.mean!.criteria.map(({ value }) => fractionText(value))).toEqual(['10', '20']);
    expect(entry.mean!.dropped).toEqual([
      { judgeId: 'J1', criterionId: 'a', hundredths: 0 },
      { judgeId: 'J7', criterionId: 'a', hundredths: 5000 },
      { judgeId: 'J7', criterionId: 'b', hundredths: 0 },
      { judgeId: 'J1', criterionId: 'b', hundredths: 5000 },
    ]);
    const total = scoreOne(sheets, { trim: { count: 1, level: 'total' } });
    expect(fractionText(total.mean!.value)).toBe('34');
    expect(total.mean!.criteria.map(({ value }) => fractionText(value))).toEqual([
      '100/7',
      '150/7',
    ]);
  });

  test('the no-zero rule sees a trimmed mark, and the trimmed criterion mean', () => {
    const marks = [0, 0, 0, 0, 0, 0, 7];
    const sheets = marks.map((b, i) => submitted('e', `J${i + 1}`, { a: 50, b }));
    const trim = { count: 1, level: 'criterion' } as const;
    expect(scoreOne(sheets, { trim, zeroRule: 'mean' }).reasons).toEqual([
      { code: 'zero-criterion-mean', criterionId: 'b' },
    ]);
    expect(
      scoreOne(sheets, { trim: { count: 1, level: 'total' }, zeroRule: 'mean' }).reasons,
    ).toEqual([]);
    const oneZero = [0, 5, 5, 5, 5, 5, 5].map((b, i) => submitted('e', `J${i + 1}`, { a: 50, b }));
    expect(scoreOne(oneZero, { trim, zeroRule: 'mark' }).reasons).toEqual([
      { code: 'zero-mark', criterionId: 'b', judgeIds: ['J1'] },
    ]);
  });
});

describe('criterion means rounded first', () => {
  const thirds = [10, 10, 10.5].map((a, i) => submitted('e', `J${i + 1}`, { a, b: a }));

  test('are what the total is made of', () => {
    expect(fractionText(scoreOne(thirds).mean!.value)).toBe('61/3');
    const rounded = scoreOne(thirds, { roundCriterionMeans: 2, decimals: 1 });
    expect(fractionText(rounded.mean!.value)).toBe('1017/50');
    expect(rounded.mean!.criteria[0]).toMatchObject({ units: 1017n, decimals: 2 });
    expect(rounded.units).toBe(203n);
  });

  test('cannot be had under a trim by total', () => {
    const seven = Array.from({ length: 7 }, (_, i) => submitted('e', `J${i}`, { a: i, b: i }));
    const rules = { roundCriterionMeans: 2, trim: { count: 1, level: 'total' } } as const;
    expect(() => scoreOne(seven, rules)).toThrow(RangeError);
  });
});
