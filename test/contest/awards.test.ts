import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateAwards } from '../../lib/contest/allocate-awards.ts';
import type { Prize } from '../../lib/contest/awards.ts';
import type { Place, Ranking } from '../../lib/contest/ranking.ts';

const prizes: Prize[] = [
  { id: 'first', quantity: 1 },
  { id: 'second', quantity: 2 },
  { id: 'third', quantity: 3 },
];

/** Groups of entry ids, best first; `standing` is that of the tied ones. */
function ranking(
  groups: readonly (readonly string[])[],
  standing: 'shared' | 'open' = 'shared',
): Ranking {
  let rank = 1;
  const places = groups.map((entryIds): Place => {
    const tied = entryIds.length > 1;
    const place: Place = { rank, score: '0', entryIds, standing: tied ? standing : 'alone' };
    rank += entryIds.length;
    return place;
  });
  return { places, ties: [] };
}

function allocate(
  groups: readonly (readonly string[])[],
  ties: 'joint' | 'unresolved' = 'joint',
  standing: 'shared' | 'open' = 'shared',
) {
  return allocateAwards({ overall: ranking(groups, standing), tracks: [] }, prizes, { ties });
}

const given = ({ awards }: ReturnType<typeof allocate>) =>
  awards.map(({ prizeId, entryId, joint }) => `${entryId} ${prizeId}${joint ? ' joint' : ''}`);

describe('allocateAwards', () => {
  test('goes down the prizes by rank', () => {
    const result = allocate([['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']]);
    expect(given(result)).toEqual([
      'a first',
      'b second',
      'c second',
      'd third',
      'e third',
      'f third',
    ]);
    expect(result.unawarded).toEqual([]);
    expect(result.blockers).toEqual([]);
    expect(result.awards[3]).toEqual({ prizeId: 'third', entryId: 'd', rank: 4, joint: false });
  });

  test('prizes without an entry left stay', () => {
    const result = allocate([['a'], ['b']]);
    expect(given(result)).toEqual(['a first', 'b second']);
    expect(result.unawarded).toEqual([
      { prizeId: 'second', places: 1, because: 'no-entry-left' },
      { prizeId: 'third', places: 3, because: 'no-entry-left' },
    ]);
  });

  test('a tie inside a prize needs no rule', () => {
    for (const ties of ['joint', 'unresolved'] as const) {
      const result = allocate([['a'], ['b', 'c'], ['d']], ties, 'open');
      expect(given(result)).toEqual(['a first', 'b second', 'c second', 'd third']);
      expect(result.blockers).toEqual([]);
    }
  });

  test('joint: two firsts use up the first and one second place', () => {
    const result = allocate([['a', 'b'], ['c'], ['d']]);
    expect(given(result)).toEqual(['a first joint', 'b first joint', 'c second', 'd third']);
    expect(result.unawarded).toEqual([
      { prizeId: 'second', places: 1, because: 'used-by-joint-prize' },
      { prizeId: 'third', places: 2, because: 'no-entry-left' },
    ]);
  });

  test('joint: three firsts leave no second', () => {
    const result = allocate([['a', 'b', 'c'], ['d']]);
    expect(given(result)).toEqual(['a first joint', 'b first joint', 'c first joint', 'd third']);
    expect(result.unawarded).toEqual([
      { prizeId: 'second', places: 2, because: 'used-by-joint-prize' },
      { prizeId: 'third', places: 2, because: 'no-entry-left' },
    ]);
  });

  test('joint: a tie past the last prize gets it whole', () => {
    const result = allocate([['a'], ['b'], ['c'], ['d'], ['e'], ['f', 'g'], ['h']]);
    expect(given(result).slice(4)).toEqual(['e third', 'f third joint', 'g third joint']);
    expect(result.unawarded).toEqual([]);
  });

  test('unresolved: a tie across a prize stops for people, the places below it go on', () => {
    const result = allocate([['a', 'b'], ['c'], ['d']], 'unresolved');
    expect(given(result)).toEqual(['c second', 'd third']);
    expect(result.blockers).toEqual([
      {
        code: 'tie-across-prizes',
        rank: 1,
        entryIds: ['a', 'b'],
        prizeIds: ['first', 'second'],
      },
    ]);
    expect(result.unawarded).toEqual([
      { prizeId: 'first', places: 1, because: 'held-by-a-tie' },
      { prizeId: 'second', places: 1, because: 'held-by-a-tie' },
      { prizeId: 'third', places: 2, because: 'no-entry-left' },
    ]);
  });

  test('unresolved: a tie past the last prize stops too', () => {
    const result = allocate([['a'], ['b'], ['c'], ['d'], ['e'], ['f', 'g']], 'unresolved');
    expect(result.blockers).toEqual([
      { code: 'tie-across-prizes', rank: 6, entryIds: ['f', 'g'], prizeIds: ['third'] },
    ]);
  });

  test('a tie that the ladder left open is no joint prize', () => {
    const result = allocate([['a', 'b'], ['c']], 'joint', 'open');
    expect(given(result)).toEqual(['c second']);
    expect(result.blockers.map(({ code }) => code)).toEqual(['open-tie-across-prizes']);
  });

  test("a track's prizes go to its own ranking", () => {
    const rankings = {
      overall: ranking([['a'], ['b'], ['c']]),
      tracks: [
        { trackId: 'idea', ranking: ranking([['b']]) },
        { trackId: 'project', ranking: ranking([['a'], ['c']]) },
      ],
    };
    const mixed: Prize[] = [
      { id: 'idea-first', quantity: 1, track: 'idea' },
      { id: 'grand', quantity: 1 },
      { id: 'project-first', quantity: 1, track: 'project' },
      { id: 'project-second', quantity: 1, track: 'project' },
      { id: 'other-first', quantity: 1, track: 'other' },
    ];
    const result = allocateAwards(rankings, mixed, { ties: 'joint' });
    expect(given(result)).toEqual([
      'a grand',
      'b idea-first',
      'a project-first',
      'c project-second',
    ]);
    expect(result.unawarded).toEqual([
      { prizeId: 'other-first', places: 1, because: 'no-entry-left' },
    ]);
  });

  test('a prize of no places is passed over', () => {
    const none = [
      { id: 'first', quantity: 0 },
      { id: 'second', quantity: 1 },
    ];
    const result = allocateAwards({ overall: ranking([['a']]), tracks: [] }, none, {
      ties: 'joint',
    });
    expect(given(result)).toEqual(['a second']);
  });

  test('nobody better goes without what somebody worse gets, and each place has one fate', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 });
    const quantities = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, quantities, (groupSizes, counts) => {
        const groups = groupSizes.map((size, g) =>
          Array.from({ length: size }, (_, i) => `${g}.${i}`),
        );
        const line = counts.map((quantity, index) => ({ id: String(index), quantity }));
        const { awards, unawarded, blockers } = allocateAwards(
          { overall: ranking(groups), tracks: [] },
          line,
          { ties: 'joint' },
        );
        expect(blockers).toEqual([]);
        const prizeOf = (size: string) => awards.filter(({ entryId }) => entryId.startsWith(size));
        const places = counts.reduce((sum, count) => sum + count, 0);
        let start = 0;
        for (const [g, size] of groupSizes.entries()) {
          const got = prizeOf(`${g}.`);
          expect(got.length).toBe(start < places ? size : 0);
          expect(new Set(got.map(({ prizeId }) => prizeId)).size).toBe(start < places ? 1 : 0);
          start += size;
        }
        const numbers = awards.map(({ prizeId }) => Number(prizeId));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        const left = unawarded.reduce((sum, one) => sum + one.places, 0);
        const distinct = awards.filter(({ joint }) => !joint).length;
        expect(left + distinct).toBeLessThanOrEqual(places);
      }),
    );
  });
});
