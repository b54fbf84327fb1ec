import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { proposeAssignment } from '../../../lib/contest/assignment/propose.ts';
import { reportAssignment } from '../../../lib/contest/assignment/report.ts';
import { idsOf, problemOf } from '../../support/assignment-problems.ts';
import { countOf, isIn, keepsLoads } from '../../support/small-assignments.ts';

/** A file of test/reference-data; each names its source and how its expected values were found. */
function load<T>(name: string): T {
  const file = new URL(`../../reference-data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

describe('small assignments, against HiGHS', () => {
  type Case = { cost: (number | null)[][]; r: number[]; L: number[]; U: number[] };
  const { data, expected } = load<{
    data: { [name: string]: Case };
    expected: { [figure: string]: { value: number | boolean | null } };
  }>('assignment-small');

  function problemAt(name: string) {
    const { cost, r, L, U } = data[name]!;
    const entryIds = idsOf('entry', r.length);
    const judgeIds = idsOf('judge', L.length);
    const cells = cost.flatMap((row, entry) =>
      row.map((value, judge) => ({ entryId: entryIds[entry]!, judgeId: judgeIds[judge]!, value })),
    );
    return problemOf({
      entries: entryIds.map((entryId, at) => ({ entryId, judges: r[at]! })),
      judges: judgeIds.map((judgeId, at) => ({ judgeId, atLeast: L[at]!, atMost: U[at]! })),
      conflicts: cells.flatMap(({ value, ...pair }) => (value === null ? [pair] : [])),
      costs: cells.flatMap(({ value, ...pair }) =>
        value === null ? [] : [{ ...pair, cost: value }],
      ),
      loads: 'cheapest',
    });
  }

  test.each(['tight', 'exact_load'])('%s: the same cost', (name) => {
    const problem = problemAt(name);
    const answer = proposeAssignment(problem);
    if (!answer.possible) throw new Error(JSON.stringify(answer));
    expect(expected[`${name}.feasible`]!.value).toBe(true);
    expect([answer.leastCost, answer.cost]).toEqual(
      Array(2).fill(expected[`${name}.min_cost`]!.value),
    );
    expect(answer.beyondDemand).toEqual([]);
    expect(keepsLoads(problem, answer.pairs)).toBe(true);
    expect(answer.pairs.filter((pair) => isIn(problem.conflicts, pair))).toEqual([]);
    for (const { entryId, judges } of problem.entries) {
      expect(countOf(answer.pairs, entryId)).toBe(judges);
    }
    expect(answer.report.components).toHaveLength(1);
  });

  test.each(['capacity_short', 'entry_has_two_judges'])('%s: as many short', (name) => {
    const answer = proposeAssignment(problemAt(name));
    if (answer.possible) throw new Error('it is not possible');
    expect(expected[`${name}.feasible`]!.value).toBe(false);
    const cards = data[name]!.r.reduce((total, wanted) => total + wanted, 0);
    const short = cards - Number(expected[`${name}.max_assignable`]!.value);
    expect(answer.reasons).toMatchObject([{ code: 'too-few-judges', missing: short }]);
  });

  test('which entry and which constraint', () => {
    expect(proposeAssignment(problemAt('entry_has_two_judges'))).toEqual({
      possible: false,
      reasons: [
        {
          code: 'too-few-judges',
          missing: 1,
          because: ['conflicts'],
          entries: [{ entryId: 'entry-0004', wants: 3, others: 2 }],
          fullJudges: [],
        },
      ],
    });
    expect(proposeAssignment(problemAt('capacity_short'))).toEqual({
      possible: false,
      reasons: [
        {
          code: 'too-few-judges',
          missing: 1,
          because: ['caps'],
          entries: idsOf('entry', 12).map((entryId) => ({ entryId, wants: 3, others: 0 })),
          fullJudges: idsOf('judge', 5).map((judgeId) => ({ judgeId, places: 7 })),
        },
      ],
    });
  });
});

test('the incomplete blocks of Littell et al. are two components', () => {
  const { data, expected } = load<{
    data: { ratings: [entry: string, judge: string, score: number][] };
    expected: {
      'graph.components': { value: number };
      'graph.component_of_entry': { value: { [entry: string]: number } };
    };
  }>('graph-littell-incblk-disconnected');
  const pairs = data.ratings.map(([entryId, judgeId]) => ({ entryId, judgeId }));
  const report = reportAssignment(pairs, []);
  expect(report).toMatchObject({
    efficiency: null,
    concerns: ['disconnected', 'fragile-judges'],
  });
  expect(report.components).toHaveLength(expected['graph.components'].value);
  const found = report.components.flatMap(({ entryIds }, part) => entryIds.map((id) => [id, part]));
  expect(Object.fromEntries(found)).toEqual(expected['graph.component_of_entry'].value);
});
