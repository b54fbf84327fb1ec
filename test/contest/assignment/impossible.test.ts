import { expect, test } from 'vitest';
import type { AssignmentProblem } from '../../../lib/contest/assignment/problem.ts';
import { proposeAssignment } from '../../../lib/contest/assignment/propose.ts';
import { problemOf } from '../../support/assignment-problems.ts';

const judge = (judgeId: string, atMost: number, atLeast = 0) => ({ judgeId, atLeast, atMost });
const entry = (entryId: string, judges: number) => ({ entryId, judges });
const pair = (both: string) => ({ entryId: both.charAt(0), judgeId: both.charAt(1) });

const reasons = (parts: Partial<AssignmentProblem>) => {
  const answer = proposeAssignment(problemOf(parts));
  return answer.possible ? [] : answer.reasons;
};

test('an entry that conflicts leave with too few judges', () => {
  const found = reasons({
    entries: [entry('a', 2), entry('b', 2)],
    judges: [judge('p', 2), judge('q', 2), judge('r', 2)],
    conflicts: [pair('bp'), pair('bq')],
  });
  expect(found).toEqual([
    {
      code: 'too-few-judges',
      missing: 1,
      because: ['conflicts'],
      entries: [{ entryId: 'b', wants: 2, others: 1 }],
      fullJudges: [],
    },
  ]);
});

test('a panel that is too small', () => {
  expect(reasons({ entries: [entry('a', 3)], judges: [judge('p', 2), judge('q', 2)] })).toEqual([
    {
      code: 'too-few-judges',
      missing: 1,
      because: ['panel'],
      entries: [{ entryId: 'a', wants: 3, others: 2 }],
      fullJudges: [],
    },
  ]);
});

test('judges whose loads are too low', () => {
  const found = reasons({
    entries: [entry('a', 2), entry('b', 2), entry('c', 2)],
    judges: [judge('p', 2), judge('q', 3)],
  });
  expect(found).toEqual([
    {
      code: 'too-few-judges',
      missing: 1,
      because: ['caps'],
      entries: ['a', 'b', 'c'].map((entryId) => ({ entryId, wants: 2, others: 1 })),
      fullJudges: [{ judgeId: 'p', places: 2 }],
    },
  ]);
});

test("the chair's choices that fill the only judge of another entry", () => {
  const found = reasons({
    entries: [entry('a', 1), entry('b', 1)],
    judges: [judge('p', 1), judge('q', 1)],
    conflicts: [pair('bq')],
    fixed: [pair('ap')],
  });
  expect(found).toEqual([
    {
      code: 'too-few-judges',
      missing: 1,
      because: ['caps', 'conflicts', 'fixed'],
      entries: [{ entryId: 'b', wants: 1, others: 0 }],
      fullJudges: [{ judgeId: 'p', places: 0 }],
    },
  ]);
});

test('shortages that have nothing to do with one another are told apart', () => {
  const found = reasons({
    entries: [entry('a', 2), entry('b', 2), entry('c', 1)],
    judges: [judge('p', 3), judge('q', 3)],
    conflicts: [pair('ap'), pair('bq')],
  });
  expect(found).toEqual(
    ['a', 'b'].map((entryId) => ({
      code: 'too-few-judges',
      missing: 1,
      because: ['conflicts'],
      entries: [{ entryId, wants: 2, others: 1 }],
      fullJudges: [],
    })),
  );
});

test('and so are those of two full judges', () => {
  const found = reasons({
    entries: ['a', 'b', 'c', 'd'].map((id) => entry(id, 1)),
    judges: [judge('p', 1), judge('q', 1)],
    conflicts: ['aq', 'bq', 'cp', 'dp'].map(pair),
  });
  expect(found).toEqual(
    [
      { entries: ['a', 'b'], full: 'p' },
      { entries: ['c', 'd'], full: 'q' },
    ].map(({ entries, full }) => ({
      code: 'too-few-judges',
      missing: 1,
      because: ['caps', 'conflicts'],
      entries: entries.map((entryId) => ({ entryId, wants: 1, others: 0 })),
      fullJudges: [{ judgeId: full, places: 1 }],
    })),
  );
});

test('judges who must read more than there is', () => {
  const found = reasons({
    entries: [entry('a', 1), entry('b', 2)],
    judges: [judge('p', 2, 2), judge('q', 2, 2)],
  });
  expect(found).toEqual([
    {
      code: 'too-few-cards',
      missing: 1,
      judges: ['p', 'q'].map((judgeId) => ({ judgeId, wants: 2, others: 1 })),
      fullEntries: [{ entryId: 'a', places: 1 }],
    },
  ]);
});

test('fixed pairs against conflicts, demands and loads', () => {
  const found = reasons({
    entries: [entry('a', 1), entry('b', 1)],
    judges: [judge('p', 1), judge('q', 2)],
    conflicts: [pair('aq')],
    fixed: [pair('ap'), pair('aq'), pair('bp')],
  });
  expect(found).toEqual([
    { code: 'fixed-in-conflict', pairs: [pair('aq')] },
    { code: 'fixed-over-demand', entryId: 'a', fixed: 2, demand: 1 },
    { code: 'fixed-over-load', judgeId: 'p', fixed: 2, atMost: 1 },
  ]);
});

/** Two entries and two judges on each side of a wall. */
const walled = {
  entries: ['a', 'b', 'c', 'd'].map((id) => entry(id, 2)),
  judges: ['p', 'q', 'r', 's'].map((id) => judge(id, 2)),
  conflicts: ['ar', 'as', 'br', 'bs', 'cp', 'cq', 'dp', 'dq'].map(pair),
};

test('panels that conflicts keep apart are refused by name', () => {
  expect(reasons(walled)).toEqual([
    {
      code: 'disconnected',
      components: [
        { entryIds: ['a', 'b'], judgeIds: ['p', 'q'] },
        { entryIds: ['c', 'd'], judgeIds: ['r', 's'] },
      ],
    },
  ]);
});

test('where one pair is left and its judge has room, a card more joins the panels', () => {
  const answer = proposeAssignment(
    problemOf({
      ...walled,
      judges: ['p', 'q', 'r', 's'].map((id) => judge(id, id === 'r' ? 3 : 2)),
      conflicts: walled.conflicts.filter(({ entryId, judgeId }) => `${entryId}${judgeId}` !== 'ar'),
    }),
  );
  expect(answer).toMatchObject({
    possible: true,
    pairs: ['ap', 'aq', 'ar', 'bp', 'bq', 'cr', 'cs', 'dr', 'ds'].map(pair),
    beyondDemand: [{ entryId: 'a', by: 1 }],
    report: {
      bridges: [pair('ar')],
      fragileJudges: ['r'],
      concerns: ['fragile-judges', 'bridges', 'low-efficiency'],
    },
  });
});

test.each([
  { loads: 'even' as const, given: 'as', why: 'the least loaded judge' },
  { loads: 'cheapest' as const, given: 'ar', why: 'the least cost' },
])('of the cards that would join panels, the one of $why where $loads is asked', (row) => {
  const answer = proposeAssignment(
    problemOf({
      entries: [entry('a', 2), entry('b', 2), entry('c', 2), entry('d', 1)],
      judges: ['p', 'q', 'r', 's'].map((id) => judge(id, 3)),
      conflicts: ['br', 'bs', 'cp', 'cq', 'dp', 'dq', 'ds'].map(pair),
      fixed: ['ap', 'aq'].map(pair),
      costs: [{ ...pair('as'), cost: 5 }],
      loads: row.loads,
    }),
  );
  const pairs = ['ap', 'aq', row.given, 'bp', 'bq', 'cr', 'cs', 'dr'].map(pair);
  expect(answer).toMatchObject({ possible: true, pairs, beyondDemand: [{ entryId: 'a', by: 1 }] });
});

test('panels that only cost keeps apart are joined by a swap', () => {
  const answer = proposeAssignment(
    problemOf({
      entries: walled.entries,
      judges: walled.judges,
      costs: walled.conflicts.map((both) => ({ ...both, cost: 5 })),
    }),
  );
  expect(answer).toMatchObject({
    possible: true,
    leastCost: 0,
    cost: 10,
    beyondDemand: [],
    report: { cards: 8, loads: { least: 2, most: 2 }, concerns: ['low-efficiency'] },
  });
});
