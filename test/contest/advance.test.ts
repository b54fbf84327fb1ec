import { describe, expect, test } from 'vitest';
import { advance } from '../../lib/contest/advance.ts';
import type { Place, Ranking } from '../../lib/contest/ranking.ts';

/** Places from "score: a=b" lines, tied ones shared. */
function ranking(...lines: [score: string, ...entries: string[]][]): Ranking {
  let rank = 1;
  const places = lines.map(([score, ...entryIds]): Place => {
    const place = { rank, score, entryIds, standing: standingOf(entryIds) };
    rank += entryIds.length;
    return place;
  });
  return { places, ties: [] };
}

function standingOf(entryIds: string[]): Place['standing'] {
  return entryIds.length > 1 ? 'shared' : 'alone';
}

describe('advance', () => {
  test('takes the first n', () => {
    const three = ranking(['90', 'a'], ['80', 'b'], ['70', 'c']);
    expect(advance(three, 2, 'advanceAll')).toEqual({
      limit: 2,
      entryIds: ['a', 'b'],
      blockers: [],
    });
    expect(advance(three, 5, 'unresolved').entryIds).toEqual(['a', 'b', 'c']);
    expect(advance(three, 0, 'advanceAll').entryIds).toEqual([]);
    expect(advance(ranking(), 5, 'advanceAll').entryIds).toEqual([]);
  });

  test('a tie inside the line is no tie across it', () => {
    const tied = ranking(['90', 'a', 'b'], ['70', 'c']);
    for (const rule of ['advanceAll', 'unresolved'] as const) {
      expect(advance(tied, 2, rule)).toEqual({ limit: 2, entryIds: ['a', 'b'], blockers: [] });
    }
  });

  const across = ranking(['90', 'a'], ['80', 'b', 'c'], ['70', 'd']);

  test('advanceAll lets everybody at the line go on, and says so', () => {
    expect(advance(across, 2, 'advanceAll')).toEqual({
      limit: 2,
      entryIds: ['a', 'b', 'c'],
      cutTie: { score: '80', entryIds: ['b', 'c'], settledBy: 'advanceAll' },
      blockers: [],
    });
  });

  test('unresolved stops for people', () => {
    expect(advance(across, 2, 'unresolved')).toEqual({
      limit: 2,
      entryIds: ['a'],
      cutTie: { score: '80', entryIds: ['b', 'c'], settledBy: 'nobody' },
      blockers: [{ code: 'tie-across-the-cut', rank: 2, entryIds: ['b', 'c'] }],
    });
  });

  const split = ranking(['90', 'a'], ['80', 'b'], ['80', 'c', 'd'], ['70', 'e']);

  test('a tie that the ladder split: advanceAll looks at the score, unresolved at the order', () => {
    expect(advance(split, 2, 'advanceAll')).toEqual({
      limit: 2,
      entryIds: ['a', 'b', 'c', 'd'],
      cutTie: { score: '80', entryIds: ['b', 'c', 'd'], settledBy: 'advanceAll' },
      blockers: [],
    });
    expect(advance(split, 2, 'unresolved')).toEqual({
      limit: 2,
      entryIds: ['a', 'b'],
      cutTie: { score: '80', entryIds: ['b', 'c', 'd'], settledBy: 'tieBreak' },
      blockers: [],
    });
    expect(advance(split, 3, 'unresolved')).toMatchObject({
      entryIds: ['a', 'b'],
      blockers: [{ code: 'tie-across-the-cut', rank: 3, entryIds: ['c', 'd'] }],
    });
  });
});
