import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AssignmentProblem,
  Impossible,
  ImpossibleReason,
} from '../../../lib/contest/assignment/problem.ts';
import { type Proposal, proposeAssignment } from '../../../lib/contest/assignment/propose.ts';
import { idsOf, madeUpRound, problemOf } from '../../support/assignment-problems.ts';
import {
  allAssignments,
  allPairs,
  costOf,
  countOf,
  isIn,
  keepsLoads,
  smallProblems,
  unevenness,
} from '../../support/small-assignments.ts';

const judge = (judgeId: string, atMost: number, atLeast = 0) => ({ judgeId, atLeast, atMost });
const entry = (entryId: string, judges: number | 'all') => ({ entryId, judges });

function proposed(answer: Proposal | Impossible): Proposal {
  if (!answer.possible) throw new Error(JSON.stringify(answer.reasons));
  return answer;
}

/** An answer in which only what a flow can decide is left: that the graph is in parts is another matter. */
const isInfeasible = (answer: Proposal | Impossible): boolean =>
  !answer.possible && answer.reasons.every(({ code }) => code !== 'disconnected');

/** The cheapest among those with the evenest loads, if they matter. */
function bestOf(problem: AssignmentProblem) {
  const all = allAssignments(problem).map((pairs) => ({
    unevenness: problem.loads === 'even' ? unevenness(problem, pairs) : 0,
    cost: costOf(problem, pairs),
  }));
  return all.toSorted((a, b) => a.unevenness - b.unevenness || a.cost - b.cost)[0];
}

describe('of all small problems', () => {
  test('the proposal begins at the optimum, and there is none only where none can be', () => {
    let solved = 0;
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const best = bestOf(problem);
        const answer = proposeAssignment(problem);
        expect(isInfeasible(answer)).toBe(best === undefined);
        if (!answer.possible || best === undefined) return;
        solved += 1;
        expect(answer.leastCost).toBe(best.cost);
        if (problem.loads === 'cheapest' || answer.beyondDemand.length > 0) return;
        expect(unevenness(problem, answer.pairs)).toBe(best.unevenness);
      }),
      { numRuns: 1500 },
    );
    expect(solved).toBeGreaterThan(100);
  });

  test('demands, bounds, conflicts and fixed pairs are kept, in one piece', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const answer = proposeAssignment(problem);
        if (!answer.possible) return;
        const { pairs, beyondDemand, report } = answer;
        expect(pairs.filter((pair) => isIn(problem.conflicts, pair))).toEqual([]);
        expect(problem.fixed.filter((pair) => !isIn(pairs, pair))).toEqual([]);
        expect(keepsLoads(problem, pairs)).toBe(true);
        const more = new Map(beyondDemand.map(({ entryId, by }) => [entryId, by]));
        for (const { entryId, judges } of problem.entries) {
          expect(countOf(pairs, entryId)).toBe(Number(judges) + (more.get(entryId) ?? 0));
        }
        expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(pairs.length);
        expect(report.components.length).toBeLessThanOrEqual(1);
        expect(answer.cost).toBe(costOf(problem, pairs));
      }),
      { numRuns: 1500 },
    );
  });

  test('the order in which things are named does not matter', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const turned = {
          ...problem,
          entries: problem.entries.toReversed(),
          judges: problem.judges.toReversed(),
          conflicts: [...problem.conflicts, ...problem.conflicts].toReversed(),
          fixed: problem.fixed.toReversed(),
          costs: problem.costs.toReversed(),
        };
        expect(proposeAssignment(turned)).toEqual(proposeAssignment(problem));
      }),
    );
  });

  test('every reason is true by its own figures', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const answer = proposeAssignment(problem);
        if (answer.possible) return;
        for (const reason of answer.reasons) {
          seen.add(reason.code);
          expectTrue(problem, reason);
        }
      }),
      { numRuns: 3000 },
    );
    expect([...seen].sort()).toEqual([
      'disconnected',
      'fixed-in-conflict',
      'fixed-over-demand',
      'fixed-over-load',
      'too-few-cards',
      'too-few-judges',
    ]);
  });
});

function expectTrue(problem: AssignmentProblem, reason: ImpossibleReason): void {
  const { entries, judges, conflicts, fixed } = problem;
  const open = allPairs(problem).filter((pair) => !(isIn(conflicts, pair) || isIn(fixed, pair)));
  const demandOf = (id: string) => Number(entries.find(({ entryId }) => entryId === id)!.judges);
  const boundsOf = (id: string) => judges.find(({ judgeId }) => judgeId === id)!;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const balanceOf = (
    wanting: readonly { wants: number; others: number }[],
    full: readonly { places: number }[],
  ) =>
    sum(wanting.map(({ wants, others }) => wants - others)) - sum(full.map(({ places }) => places));
  switch (reason.code) {
    case 'fixed-in-conflict':
      expect(reason.pairs.every((pair) => isIn(conflicts, pair) && isIn(fixed, pair))).toBe(true);
      return;
    case 'fixed-over-demand':
      expect(countOf(fixed, reason.entryId)).toBe(reason.fixed);
      expect(demandOf(reason.entryId)).toBeLessThan(reason.fixed);
      return;
    case 'fixed-over-load':
      expect(countOf(fixed, reason.judgeId)).toBe(reason.fixed);
      expect(boundsOf(reason.judgeId).atMost).toBeLessThan(reason.fixed);
      return;
    case 'too-few-judges': {
      const full = reason.fullJudges.map(({ judgeId }) => judgeId);
      for (const { entryId, wants, others } of reason.entries) {
        expect(wants).toBe(demandOf(entryId) - countOf(fixed, entryId));
        const isOther = ({ judgeId }: { judgeId: string }) => !full.includes(judgeId);
        expect(others).toBe(countOf(open.filter(isOther), entryId));
      }
      for (const { judgeId, places } of reason.fullJudges) {
        expect(places).toBe(boundsOf(judgeId).atMost - countOf(fixed, judgeId));
      }
      expect(reason.missing).toBeGreaterThan(0);
      expect(balanceOf(reason.entries, reason.fullJudges)).toBe(reason.missing);
      expect(reason.because.length).toBeGreaterThan(0);
      return;
    }
    case 'too-few-cards': {
      const full = reason.fullEntries.map(({ entryId }) => entryId);
      for (const { judgeId, wants, others } of reason.judges) {
        expect(wants).toBe(Math.max(0, boundsOf(judgeId).atLeast - countOf(fixed, judgeId)));
        const isOther = ({ entryId }: { entryId: string }) => !full.includes(entryId);
        expect(others).toBe(countOf(open.filter(isOther), judgeId));
      }
      for (const { entryId, places } of reason.fullEntries) {
        expect(places).toBe(demandOf(entryId) - countOf(fixed, entryId));
      }
      expect(reason.missing).toBeGreaterThan(0);
      expect(balanceOf(reason.judges, reason.fullEntries)).toBe(reason.missing);
      return;
    }
    case 'disconnected':
      expect(reason.components.length).toBeGreaterThan(1);
  }
}

describe('a round of 200 entries and 30 judges', () => {
  test.each([
    { each: 3, loads: { least: 20, most: 20 }, coReadings: { least: 1, most: 2 }, above: 0.935 },
    { each: 4, loads: { least: 26, most: 27 }, coReadings: { least: 2, most: 4 }, above: 0.955 },
    { each: 5, loads: { least: 33, most: 34 }, coReadings: { least: 3, most: 6 }, above: 0.965 },
  ])('$each judges each: even loads, even co-readings', ({ each, loads, coReadings, above }) => {
    const size = { entries: 200, judges: 30, each, costs: false, conflictIn: 20 };
    const answer = proposeAssignment({ ...madeUpRound(size), conflicts: [] });
    const { report } = proposed(answer);
    expect(report).toMatchObject({ cards: 200 * each, loads, concerns: [] });
    expect(report.coReadings.least).toBeGreaterThanOrEqual(coReadings.least);
    expect(report.coReadings.most).toBeLessThanOrEqual(coReadings.most);
    expect(report.efficiency).toBeGreaterThan(above);
  });

  test('another seed is another assignment', () => {
    const round = madeUpRound({ entries: 40, judges: 10, each: 3, costs: false, conflictIn: 20 });
    const other = { ...round, digest: 'f'.repeat(64) };
    expect(proposed(proposeAssignment(other)).pairs).not.toEqual(
      proposed(proposeAssignment(round)).pairs,
    );
  });
});

test('a final: everybody reads everything but for conflicts', () => {
  const entryIds = idsOf('entry', 10);
  const judgeIds = idsOf('judge', 5);
  const problem = problemOf({
    entries: entryIds.map((id) => entry(id, 'all')),
    judges: judgeIds.map((id) => judge(id, 10)),
    conflicts: [{ entryId: 'entry-0003', judgeId: 'judge-0001' }],
  });
  const { pairs, report } = proposed(proposeAssignment(problem));
  expect(pairs).toEqual(allPairs(problem).filter((pair) => !isIn(problem.conflicts, pair)));
  expect(report).toMatchObject({ loads: { least: 9, most: 10 }, concerns: [] });
});

test('a round without entries has no cards', () => {
  expect(proposeAssignment(problemOf({ judges: [judge('p', 3)] }))).toEqual({
    possible: true,
    pairs: [],
    beyondDemand: [],
    cost: 0,
    leastCost: 0,
    report: {
      cards: 0,
      components: [],
      fragileJudges: [],
      bridges: [],
      loads: { least: 0, most: 0 },
      coReadings: { least: 0, most: 0 },
      efficiency: null,
      concerns: [],
    },
  });
});

test('balancing may cost as much as it is told and no more', () => {
  const round = madeUpRound({ entries: 60, judges: 12, each: 4, costs: true, conflictIn: 20 });
  const strict = proposed(proposeAssignment(round));
  const eased = proposed(proposeAssignment({ ...round, tolerance: 100 }));
  expect(strict.cost).toBe(strict.leastCost);
  expect(eased.leastCost).toBe(strict.leastCost);
  expect(eased.cost).toBeGreaterThan(strict.leastCost);
  expect(eased.cost).toBeLessThanOrEqual(strict.leastCost + 100);
});

describe('what cannot be asked', () => {
  const sound = problemOf({ entries: [entry('a', 1)], judges: [judge('p', 1)] });
  const pair = { entryId: 'a', judgeId: 'p' };
  test.each<[string, Partial<AssignmentProblem>]>([
    ['half a judge', { entries: [entry('a', 0.5)] }],
    ['fewer than none', { entries: [entry('a', -1)] }],
    ['at least more than at most', { judges: [judge('p', 1, 2)] }],
    ['at least fewer than none', { judges: [judge('p', 1, -1)] }],
    ['an entry twice', { entries: [entry('a', 1), entry('a', 1)] }],
    ['a judge twice', { judges: [judge('p', 1), judge('p', 1)] }],
    ['a fixed pair of nobody', { fixed: [{ ...pair, judgeId: 'x' }] }],
    ['a conflict of nothing', { conflicts: [{ ...pair, entryId: 'x' }] }],
    ['a cost above 999', { costs: [{ ...pair, cost: 1000 }] }],
    ['a cost below 0', { costs: [{ ...pair, cost: -1 }] }],
    ['a broken tolerance', { tolerance: Number.NaN }],
    ['no digest', { digest: 'seed' }],
  ])('%s is a RangeError', (_, wrong) => {
    expect(() => proposeAssignment({ ...sound, ...wrong })).toThrow(RangeError);
  });
});
