import { describe, expect, test } from 'vitest';
import { divergenceFlags } from '../../lib/contest/divergence.ts';
import { rankRound } from '../../lib/contest/ranking-record.ts';
import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import { fractionText } from '../../lib/contest/rational.ts';
import { markedParts, type Rubric, sheetTotal, totalSoFar } from '../../lib/contest/rubric.ts';
import { criterion, plainRules, submitted } from '../support/scored-round.ts';

/** SO_KHAO: the first criterion is marked by two parts. */
const rubric: Rubric = {
  mode: 'points',
  criteria: [
    { ...criterion('doi-moi', 20), parts: [criterion('tinh-moi', 10), criterion('ham-luong', 10)] },
    criterion('nhu-cau', 80),
  ],
};

const rank = (
  sheets: Parameters<typeof rankRound>[0]['sheets'],
  rules: Partial<RankingRules> = {},
) => {
  const entries = [...new Set(sheets.map(({ entryId }) => entryId))].map((entryId) => ({
    entryId,
    trackId: 'y-tuong',
  }));
  return rankRound({ rubric, entries, sheets, rules: { ...plainRules, ...rules }, decisions: {} });
};

const sheet = (entryId: string, judgeId: string, [first, second, third]: readonly number[]) =>
  submitted(entryId, judgeId, {
    'tinh-moi': first ?? 0,
    'ham-luong': second ?? 0,
    'nhu-cau': third ?? 0,
  });

describe('a criterion with parts', () => {
  test('is marked by them, and its mark is their sum', () => {
    expect(markedParts(rubric).map((parts) => parts.map(({ id }) => id))).toEqual([
      ['tinh-moi', 'ham-luong'],
      ['nhu-cau'],
    ]);
    const marks = { 'tinh-moi': 850, 'ham-luong': 700, 'nhu-cau': 6050 };
    expect(fractionText(sheetTotal(rubric, marks))).toBe('76');
    expect(fractionText(totalSoFar(rubric, { 'ham-luong': 750 }))).toBe('15/2');
    expect(fractionText(totalSoFar(rubric, {}))).toBe('0');
    expect(() => sheetTotal(rubric, { 'tinh-moi': 850, 'nhu-cau': 6050 })).toThrow(RangeError);
    expect(() => totalSoFar(rubric, { 'tinh-moi': 1050 })).toThrow(RangeError);
  });

  test('is weighed as a whole', () => {
    const [first] = rubric.criteria;
    const weighted: Rubric = {
      mode: 'weighted',
      criteria: [
        { ...first!, weight: 4000 },
        { ...criterion('b', 5), weight: 6000 },
      ],
    };
    const marks = { 'tinh-moi': 500, 'ham-luong': 500, b: 500 };
    expect(fractionText(sheetTotal(weighted, marks))).toBe('80');
  });

  test('has one mean in the record', () => {
    const { entries } = rank([sheet('e', 'J1', [8.5, 7, 60]), sheet('e', 'J2', [9, 7, 60])]);
    expect(entries[0]?.score).toMatchObject({
      mean: '303/4',
      criteria: [
        { criterionId: 'doi-moi', mean: '63/4', printed: '15.75' },
        { criterionId: 'nhu-cau', mean: '60', printed: '60.00' },
      ],
    });
  });

  test('is zero where all of its parts are', () => {
    const zeros = rank([sheet('e1', 'J1', [0, 0, 60]), sheet('e2', 'J1', [0, 0.5, 60])], {
      zeroRule: 'mark',
    });
    expect(zeros.entries.map((one) => one.whyNotEligible)).toEqual([
      [{ code: 'zero-mark', criterionId: 'doi-moi', judgeIds: ['J1'] }],
      [],
    ]);
  });

  test('splits a tie by its sum', () => {
    const { overall } = rank([sheet('e1', 'J1', [10, 0, 60]), sheet('e2', 'J1', [5, 6, 59])], {
      tieBreak: [{ kind: 'criterion', criterionId: 'doi-moi' }],
    });
    expect(overall.places.map(({ entryIds }) => entryIds)).toEqual([['e2'], ['e1']]);
  });

  test('leaves a sheet incomplete while one of its parts has no mark', () => {
    const part = submitted('e', 'J1', { 'tinh-moi': 5, 'nhu-cau': 60 });
    expect(rank([part]).notCounted).toEqual([
      { entryId: 'e', judgeId: 'J1', because: 'incomplete' },
    ]);
  });

  test('has no mark of its own', () => {
    const own = submitted('e', 'J1', { 'doi-moi': 10, 'nhu-cau': 60 });
    expect(() => rank([own])).toThrow(RangeError);
  });

  test('is in the most that judges can be apart', () => {
    const ranking = rank([
      sheet('e', 'J1', [10, 10, 20]),
      sheet('e', 'J2', [0, 0, 20]),
      sheet('e', 'J3', [0, 0, 20]),
    ]);
    const flagged = (percent: number) =>
      divergenceFlags([ranking], { mode: 'absolute', percent }).map(({ divergent }) => divergent);
    expect(flagged(13)).toEqual([['J1']]);
    expect(flagged(14)).toEqual([]);
  });
});
