import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateAwards } from '../../lib/contest/allocate-awards.ts';
import type { Prize } from '../../lib/contest/awards.ts';
import type { AwardDecision } from '../../lib/contest/organisers-decision.ts';
import type { Place, Ranking } from '../../lib/contest/ranking.ts';

const prizes: Prize[] = [
  { id: 'first', quantity: 1 },
  { id: 'second', quantity: 2 },
];
const chairmans: Prize = { id: 'chairmans', quantity: 2, given: 'decision' };
const audience: Prize = { id: 'audience', quantity: 1, given: 'publicVote' };

function ranking(groups: readonly (readonly string[])[], standing: 'shared' | 'open'): Ranking {
  let rank = 1;
  const places = groups.map((entryIds): Place => {
    const place: Place = {
      rank,
      score: '0',
      entryIds,
      standing: entryIds.length > 1 ? standing : 'alone',
    };
    rank += entryIds.length;
    return place;
  });
  return { places, ties: [] };
}

type Said<One = AwardDecision> = One extends AwardDecision
  ? Omit<One, 'number' | 'reason' | 'documentNumber' | 'signedBy' | 'at'>
  : never;

const signed = (said: readonly Said[]): AwardDecision[] =>
  said.map((one, index) => ({
    ...one,
    number: index + 1,
    reason: 'Ban Tổ chức quyết định',
    documentNumber: '99/QĐ-BTC',
    signedBy: 'organiser',
    at: '2022-09-25T01:00:00.000Z',
  }));

function allocate(
  groups: readonly (readonly string[])[],
  said: readonly Said[],
  { of = prizes, ties = 'joint' as 'joint' | 'unresolved', standing = 'shared' as const } = {},
) {
  const overall = ranking(groups, standing);
  return allocateAwards({ overall, tracks: [] }, of, { ties }, signed(said));
}

const told = ({ awards, unawarded }: ReturnType<typeof allocate>) => [
  ...awards.map(({ prizeId, entryId, joint }) => `${entryId} ${prizeId}${joint ? ' joint' : ''}`),
  ...unawarded.map(({ prizeId, places, because }) => `${places} ${prizeId} ${because}`),
];
const four = [['a'], ['b'], ['c'], ['d']];

describe('a place left empty', () => {
  test('leaves the line: the best get what is left', () => {
    const said: Said[] = [{ kind: 'leave-empty', prizeId: 'first', places: 1 }];
    expect(told(allocate(four, said))).toEqual(['a second', 'b second', '1 first left-empty']);
  });

  test('of the last prize costs only the last winner theirs', () => {
    const said: Said[] = [{ kind: 'leave-empty', prizeId: 'second', places: 1 }];
    expect(told(allocate(four, said))).toEqual(['a first', 'b second', '1 second left-empty']);
  });
});

describe('a place given', () => {
  test('goes to whom it names, who leaves the line; the others keep theirs by rank', () => {
    const said: Said[] = [{ kind: 'give-prize', prizeId: 'first', entryId: 'c' }];
    const outcome = allocate(four, said);
    expect(told(outcome)).toEqual(['c first', 'a second', 'b second']);
    expect(outcome.awards[0]).toEqual({
      prizeId: 'first',
      entryId: 'c',
      rank: 3,
      joint: false,
      given: 'decision',
    });
    expect(outcome.decided).toEqual(signed(said));
  });

  test('may go to one without a place, and then tells no rank', () => {
    const said: Said[] = [{ kind: 'give-prize', prizeId: 'second', entryId: 'z' }];
    expect(allocate([['a']], said).awards).toEqual([
      { prizeId: 'first', entryId: 'a', rank: 1, joint: false },
      { prizeId: 'second', entryId: 'z', joint: false, given: 'decision' },
    ]);
  });

  test('settles a tie across two prizes', () => {
    const groups = [['a', 'b', 'c'], ['d']];
    const open = allocate(groups, [], { ties: 'unresolved' });
    expect(open.blockers.map(({ entryIds }) => entryIds)).toEqual([['a', 'b', 'c']]);
    const said: Said[] = [{ kind: 'give-prize', prizeId: 'first', entryId: 'b' }];
    const settled = allocate(groups, said, { ties: 'unresolved' });
    expect([settled.blockers, told(settled)]).toEqual([[], ['b first', 'a second', 'c second']]);
  });
});

describe('a prize taken from an entry', () => {
  test('lets the others move up, or leaves its place empty, as it was decided', () => {
    const from = (moveUp: boolean): Said[] => [
      { kind: 'take-prize', prizeId: 'first', entryId: 'a', moveUp },
    ];
    expect(told(allocate(four, from(true)))).toEqual(['b first', 'c second', 'd second']);
    expect(told(allocate(four, from(false)))).toEqual([
      'b second',
      'c second',
      '1 first taken-back',
    ]);
    expect(allocate(four, from(true)).awards[0]).toEqual({
      prizeId: 'first',
      entryId: 'b',
      rank: 2,
      joint: false,
    });
  });

  test('of a joint one stays with the others who share it', () => {
    const said: Said[] = [{ kind: 'take-prize', prizeId: 'first', entryId: 'a', moveUp: false }];
    expect(told(allocate([['a', 'b'], ['c'], ['d']], said))).toEqual([
      'b first',
      'c second',
      '1 second used-by-joint-prize',
    ]);
  });
});

describe('prizes beside the ranks', () => {
  test('of a decision go to whom it names, whatever else they get', () => {
    const of = [...prizes, chairmans];
    expect(told(allocate(four, [], { of })).at(-1)).toBe('2 chairmans not-decided');
    const said: Said[] = [
      { kind: 'give-prize', prizeId: 'chairmans', entryId: 'a' },
      { kind: 'leave-empty', prizeId: 'chairmans', places: 1 },
    ];
    expect(told(allocate(four, said, { of }))).toEqual([
      'a first',
      'b second',
      'c second',
      'a chairmans',
      '1 chairmans left-empty',
    ]);
  });

  test('of the public go to the most votes; equal counts share, no vote is no prize', () => {
    const of = [audience];
    const counted = (counts: { readonly [entryId: string]: number }): Said[] => [
      {
        kind: 'count-votes',
        prizeId: 'audience',
        counts: Object.entries(counts).map(([entryId, votes]) => ({ entryId, votes })),
      },
    ];
    expect(allocate(four, [], { of }).uncounted).toEqual(['audience']);
    expect(allocate(four, counted({ a: 3, b: 41, c: 40 }), { of })).toMatchObject({
      awards: [{ prizeId: 'audience', entryId: 'b', joint: false, given: 'publicVote', votes: 41 }],
      unawarded: [],
    });
    expect(told(allocate(four, counted({ a: 9, b: 41, d: 41 }), { of }))).toEqual([
      'b audience joint',
      'd audience joint',
    ]);
    expect(told(allocate(four, counted({ a: 0, b: 0 }), { of }))).toEqual([
      '1 audience no-entry-left',
    ]);
    const taken = [
      ...counted({ a: 9, b: 41 }),
      { kind: 'take-prize', prizeId: 'audience', entryId: 'b', moveUp: true } as const,
    ];
    expect(told(allocate(four, taken, { of }))).toEqual(['a audience']);
    const empty: Said[] = [{ kind: 'leave-empty', prizeId: 'audience', places: 1 }];
    const left = allocate(four, empty, { of });
    expect([told(left), left.uncounted]).toEqual([['1 audience left-empty'], undefined]);
  });
});

test('no place is given twice and none is lost, whatever was decided', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const prizeId = fc.constantFrom('first', 'second');
  const entryId = fc.constantFrom(...ids);
  const decision: fc.Arbitrary<Said> = fc.oneof(
    fc.record({ kind: fc.constant('give-prize' as const), prizeId, entryId }),
    fc.record({
      kind: fc.constant('take-prize' as const),
      prizeId,
      entryId,
      moveUp: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('leave-empty' as const), prizeId, places: fc.constant(1) }),
  );
  const large: Prize[] = [
    { id: 'first', quantity: 3 },
    { id: 'second', quantity: 4 },
  ];
  const said = fc.uniqueArray(decision, {
    maxLength: 3,
    selector: (one) => ('entryId' in one ? one.entryId : one.kind + one.prizeId),
  });
  fc.assert(
    fc.property(said, (decided) => {
      const groups = ids.map((id) => [id]);
      const { awards, unawarded } = allocate(groups, decided, { of: large });
      for (const { id, quantity } of large) {
        const of = (one: { readonly prizeId: string }) => one.prizeId === id;
        const free = unawarded.filter(of).reduce((sum, { places }) => sum + places, 0);
        expect(awards.filter(of).length + free).toBe(quantity);
      }
      expect(new Set(awards.map((one) => one.entryId)).size).toBe(awards.length);
    }),
  );
});
