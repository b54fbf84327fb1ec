import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../lib/contest/assign.ts';
import { proposeAssignment, refillAssignment } from '../../../lib/contest/assignment/propose.ts';
import { madeUpRound, problemOf } from '../../support/assignment-problems.ts';
import {
  allAssignments,
  allPairs,
  costOf,
  isIn,
  smallProblems,
  unevenness,
} from '../../support/small-assignments.ts';

const round = madeUpRound({ entries: 60, judges: 12, each: 4, costs: false, conflictIn: 15 });

function pairsOf(answer: ReturnType<typeof proposeAssignment>): readonly Pair[] {
  if (!answer.possible) throw new Error(JSON.stringify(answer.reasons));
  return answer.pairs;
}

const standing = pairsOf(proposeAssignment(round));

describe('a judge who does not come', () => {
  const absent = 'judge-0004';
  const theirs = standing.filter(({ judgeId }) => judgeId === absent);
  const handedIn = theirs.slice(0, 5);
  const problem = {
    ...round,
    judges: round.judges.map((judge) => ({
      ...judge,
      atMost: judge.judgeId === absent ? handedIn.length : judge.atMost + 2,
    })),
    fixed: handedIn,
  };

  test('keeps what was handed in; only the other cards change hands', () => {
    const refill = refillAssignment(problem, standing);
    expect(refill).toMatchObject({
      possible: true,
      taken: theirs.slice(5),
      report: { cards: 240, concerns: ['uneven-loads'] },
    });
    if (!refill.possible) return;
    expect(refill.given).toHaveLength(theirs.length - 5);
    expect(refill.given.map(({ entryId }) => entryId)).toEqual(
      theirs.slice(5).map(({ entryId }) => entryId),
    );
    expect(refill.pairs).toHaveLength(standing.length);
    expect(refill.given.filter((pair) => isIn(round.conflicts, pair))).toEqual([]);
  });

  test('the cards are spread over the judges who are left', () => {
    const refill = refillAssignment(problem, standing);
    if (!refill.possible) throw new Error('it is possible');
    const loads = Map.groupBy(refill.pairs, ({ judgeId }) => judgeId);
    loads.delete(absent);
    const counts = [...loads.values()].map((pairs) => pairs.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test('and the same happens whatever the order', () => {
    expect(refillAssignment(problem, standing.toReversed())).toMatchObject({
      pairs: pairsOf(refillAssignment(problem, standing)),
    });
  });
});

test('a late conflict changes one card', () => {
  const late = standing[17]!;
  const refill = refillAssignment({ ...round, conflicts: [...round.conflicts, late] }, standing);
  expect(refill).toMatchObject({
    possible: true,
    taken: [late],
    given: [{ entryId: late.entryId }],
  });
});

test('nothing changes where nothing happened', () => {
  expect(refillAssignment(round, standing)).toMatchObject({
    possible: true,
    pairs: standing,
    given: [],
    taken: [],
  });
});

test('an entry that was withdrawn and a judge who is gone take their cards with them', () => {
  const gone = ({ entryId, judgeId }: Pair) => entryId === 'entry-0007' || judgeId === 'judge-0002';
  const isLeft = (pair: Pair) => !gone(pair);
  const refill = refillAssignment(
    {
      ...round,
      entries: round.entries.filter(({ entryId }) => entryId !== 'entry-0007'),
      judges: round.judges
        .filter(({ judgeId }) => judgeId !== 'judge-0002')
        .map((judge) => ({ ...judge, atMost: 30 })),
      conflicts: round.conflicts.filter(isLeft),
    },
    standing,
  );
  expect(refill).toMatchObject({ possible: true, taken: standing.filter(gone) });
});

test('where a refill cannot be, it is said why', () => {
  const problem = problemOf({
    entries: [{ entryId: 'a', judges: 2 }],
    judges: [{ judgeId: 'p', atLeast: 0, atMost: 1 }],
  });
  expect(refillAssignment(problem, [{ entryId: 'a', judgeId: 'x' }])).toEqual(
    proposeAssignment(problem),
  );
});

test('of all small problems: the fewest new pairs, then the evenest loads, then the least cost', () => {
  let solved = 0;
  fc.assert(
    fc.property(smallProblems, fc.array(fc.nat(15), { maxLength: 8 }), (problem, places) => {
      const stood = allPairs(problem).filter((_, at) => places.includes(at));
      const refill = refillAssignment(problem, stood);
      // What joins components may cost more than a flow knows of.
      if (!refill.possible) return;
      const ranks = allAssignments(problem)
        .map((pairs) => rankOf(problem, pairs, stood))
        .toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
      expect(refill.leastCost).toBe(ranks[0]![2]);
      expect(refill.given).toEqual(refill.pairs.filter((pair) => !isIn(stood, pair)));
      expect(refill.taken).toEqual(stood.filter((pair) => !isIn(refill.pairs, pair)));
      expect(refill.given.length).toBeGreaterThanOrEqual(ranks[0]![0]);
      solved += 1;
    }),
    { numRuns: 2000 },
  );
  expect(solved).toBeGreaterThan(100);
});

type Rank = [changes: number, unevenness: number, cost: number];

function rankOf(
  problem: Parameters<typeof costOf>[0],
  pairs: readonly Pair[],
  stood: readonly Pair[],
): Rank {
  return [
    pairs.filter((pair) => !isIn(stood, pair)).length,
    problem.loads === 'even' ? unevenness(problem, pairs) : 0,
    costOf(problem, pairs),
  ];
}
