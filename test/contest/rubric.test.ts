import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultTieBreak } from '../../lib/contest/ranking-rules.ts';
import { fractionText } from '../../lib/contest/rational.ts';
import { type Rubric, sheetTotal } from '../../lib/contest/rubric.ts';
import { criterion, pointsRubric } from '../support/scored-round.ts';

const total = (rubric: Rubric, marks: { [id: string]: number }) =>
  fractionText(sheetTotal(rubric, marks));

describe('sheetTotal', () => {
  test('adds the marks in points mode, whatever the scale', () => {
    expect(total(pointsRubric({ a: 20, b: 80 }), { a: 1950, b: 6150 })).toBe('81');
    expect(total(pointsRubric({ a: 100, b: 100, c: 100 }), { a: 9000, b: 10_000, c: 50 })).toBe(
      '381/2',
    );
  });

  test('weighs each share of its maximum so that a full sheet is 100', () => {
    const rubric: Rubric = {
      mode: 'weighted',
      criteria: [
        { ...criterion('a', 10), weight: 3000 },
        { ...criterion('b', 30), weight: 5000 },
        { ...criterion('c', 7), weight: 2000 },
      ],
    };
    expect(total(rubric, { a: 1000, b: 3000, c: 700 })).toBe('100');
    expect(total(rubric, { a: 0, b: 0, c: 0 })).toBe('0');
    expect(total(rubric, { a: 850, b: 2000, c: 0 })).toBe('353/6');
    expect(total(rubric, { a: 0, b: 0, c: 50 })).toBe('10/7');
  });

  test('multiplies a 1 to 5 mark by its coefficient', () => {
    const rubric: Rubric = {
      mode: 'coefficient',
      criteria: [
        { ...criterion('a', 5), coefficient: 300 },
        { ...criterion('b', 5), coefficient: 160 },
        { ...criterion('late', 10), coefficient: -100 },
      ],
    };
    expect(total(rubric, { a: 400, b: 250, late: 150 })).toBe('29/2');
  });

  test('does not depend on the order of additions, as binary floats do', () => {
    const weights = [3000, 3000, 2000, 1000, 1000];
    const marks = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(marks, (halves) => {
        const criteria = weights.map((weight, i) => ({ ...criterion(`c${i}`, 10), weight }));
        const given = Object.fromEntries(halves.map((half, i) => [`c${i}`, half * 50]));
        expect(sheetTotal({ mode: 'weighted', criteria }, given)).toEqual(
          sheetTotal({ mode: 'weighted', criteria: criteria.toReversed() }, given),
        );
      }),
    );
  });

  test('refuses a sheet without a mark on each criterion', () => {
    expect(() => total(pointsRubric({ a: 20, b: 80 }), { a: 100 })).toThrow(RangeError);
    expect(() => total(pointsRubric({ constructor: 20 }), {})).toThrow(RangeError);
    for (const a of [2050, 25, -50, 0.5, Number.NaN]) {
      expect(() => total(pointsRubric({ a: 20 }), { a })).toThrow(RangeError);
    }
  });
});

describe('defaultTieBreak', () => {
  test('goes by the criteria, heaviest first and in the printed order when equal', () => {
    expect(defaultTieBreak(pointsRubric({ a: 10, b: 30, c: 10, d: 20 }))).toEqual([
      { kind: 'criterion', criterionId: 'b' },
      { kind: 'criterion', criterionId: 'd' },
      { kind: 'criterion', criterionId: 'a' },
      { kind: 'criterion', criterionId: 'c' },
      { kind: 'headToHead' },
      { kind: 'shared' },
    ]);
  });

  test('knows what weighs most in each mode', () => {
    const weighted: Rubric = {
      mode: 'weighted',
      criteria: [
        { ...criterion('a', 100), weight: 4000 },
        { ...criterion('b', 10), weight: 6000 },
      ],
    };
    const coefficient: Rubric = {
      mode: 'coefficient',
      criteria: [
        { ...criterion('a', 5), coefficient: 300 },
        { ...criterion('b', 10), coefficient: 200 },
      ],
    };
    for (const rubric of [weighted, coefficient]) {
      expect(defaultTieBreak(rubric).slice(0, 2)).toEqual([
        { kind: 'criterion', criterionId: 'b' },
        { kind: 'criterion', criterionId: 'a' },
      ]);
    }
  });
});
