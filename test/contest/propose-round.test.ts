import { describe, expect, it } from 'vitest';
import type { Member } from '../../lib/contest/people.ts';
import type { RoundPlan } from '../../lib/contest/plan.ts';
import {
  askedOf,
  assignmentProblem,
  type HeldTask,
  type ProposalFacts,
  type ProposalWish,
  whyNotPropose,
  wishErrors,
} from '../../lib/contest/propose-round.ts';
import { examplePlan } from '../support/example-plan.ts';

const [first, last] = examplePlan().rounds;
const judge = (personId: string, more: Partial<Member> = {}): Member => ({
  editionId: 'kon-tum-2022',
  personId,
  email: `${personId}@example.vn`,
  name: personId,
  roles: ['judge'],
  active: true,
  version: 1,
  ...more,
});
const task = (entryId: string, judgeId: string, sheet: HeldTask['sheet'] = 'none') => ({
  entryId,
  judgeId,
  sheet,
});
const facts = (more: Partial<ProposalFacts> = {}): ProposalFacts => ({
  entries: [{ entryId: 'e1' }, { entryId: 'e2' }],
  judges: [judge('j1'), judge('j2'), judge('j3')],
  conflicts: [],
  tasks: [],
  ...more,
});
const digest = '9b1c'.repeat(16);
const put = (
  more: Partial<ProposalFacts> = {},
  wish: ProposalWish = {},
  round: RoundPlan = first!,
) => assignmentProblem({ ...facts(more), round, digest }, wish);

describe('the problem of a round', () => {
  it('asks for what the plan says, of everybody in a pitch round, or for what is wished', () => {
    expect(put()).toEqual({
      problem: {
        entries: [
          { entryId: 'e1', judges: 3 },
          { entryId: 'e2', judges: 3 },
        ],
        judges: ['j1', 'j2', 'j3'].map((judgeId) => ({ judgeId, atLeast: 0, atMost: 2 })),
        conflicts: [],
        fixed: [],
        costs: [],
        loads: 'even',
        tolerance: 0,
        digest,
      },
      standing: [],
    });
    expect([last?.kind, askedOf(last!, {})]).toEqual(['pitch', 'all']);
    expect(askedOf(last!, { judgesPerEntry: 5 })).toBe(5);
    expect(askedOf(first!, { judgesPerEntry: 1 })).toBe(1);
  });

  it('keeps what stands, also beyond the demand and what somebody can read', () => {
    const tasks = [task('e1', 'j1'), task('e2', 'j1', 'draft'), task('e1', 'j2')];
    const judges = [judge('j1', { capacity: 1 }), judge('j2', { capacity: 1 }), judge('j3')];
    const { problem, standing } = put({ tasks, judges }, { judgesPerEntry: 1 });
    expect(standing).toEqual(tasks);
    expect(problem.fixed).toEqual(tasks.map(({ sheet: _, ...pair }) => pair));
    expect(problem.entries.map(({ judges: wanted }) => wanted)).toEqual([2, 1]);
    expect(problem.judges.map(({ atMost }) => atMost)).toEqual([2, 1, 2]);
  });

  it('has who left with what they handed in, and asks them for nothing else', () => {
    const tasks = [task('e1', 'gone', 'submitted'), task('e2', 'gone', 'draft'), task('e2', 'j1')];
    const { problem, standing } = put({ tasks });
    expect(standing).toEqual([tasks[0], tasks[2]]);
    expect(problem.judges).toContainEqual({ judgeId: 'gone', atLeast: 0, atMost: 1 });
    expect(problem.conflicts).toEqual([{ entryId: 'e2', judgeId: 'gone' }]);
  });

  it('has who is absent like who left', () => {
    const tasks = [task('e1', 'j1', 'submitted'), task('e2', 'j1')];
    const conflicts = [
      { entryId: 'e2', judgeId: 'j1' },
      { entryId: 'e1', judgeId: 'j2' },
    ];
    const { problem, standing } = put({ tasks, conflicts }, { absent: ['j1', 'j3'] });
    expect(standing).toEqual([tasks[0]]);
    expect(problem.judges.map(({ judgeId, atMost }) => [judgeId, atMost])).toEqual([
      ['j2', 2],
      ['j1', 1],
    ]);
    expect(problem.conflicts).toEqual([
      { entryId: 'e1', judgeId: 'j2' },
      { entryId: 'e2', judgeId: 'j1' },
    ]);
  });

  it('in a refill keeps what is begun alone', () => {
    const tasks = [task('e1', 'j1', 'submitted'), task('e1', 'j2', 'draft'), task('e2', 'j2')];
    const { problem, standing } = put({ tasks }, { refill: true });
    expect(standing).toEqual(tasks);
    expect(problem.fixed).toEqual([
      { entryId: 'e1', judgeId: 'j1' },
      { entryId: 'e1', judgeId: 'j2' },
    ]);
  });

  it('has the choices and caps of the chair, each choice once', () => {
    const chosen = { entryId: 'e1', judgeId: 'j1' };
    const judges = [judge('j1', { capacity: 1 }), judge('j2', { capacity: 1 })];
    const tasks = [task('e1', 'j1'), task('e2', 'j1')];
    const caps = [
      { judgeId: 'j1', atMost: 1 },
      { judgeId: 'j2', atMost: 2 },
    ];
    const { problem } = put({ judges, tasks }, { fixed: [chosen, chosen], caps });
    expect(problem.fixed).toEqual([chosen, { entryId: 'e2', judgeId: 'j1' }]);
    expect(problem.judges.map(({ atMost }) => atMost)).toEqual([2, 2]);
  });
});

describe('a wish', () => {
  it('names people and entries of the round alone', () => {
    const at = (pointer: string, code = 'not-a-judge') => ({ pointer, code });
    const wish = {
      fixed: [
        { entryId: 'e1', judgeId: 'j1' },
        { entryId: 'e9', judgeId: 'j9' },
        { entryId: 'e2', judgeId: 'j3' },
      ],
      caps: [
        { judgeId: 'j1', atMost: 1 },
        { judgeId: 'j9', atMost: 1 },
      ],
      absent: ['j3', 'j9'],
    };
    expect(wishErrors(facts(), wish)).toEqual([
      at('/fixed/1/entryId', 'not-in-round'),
      at('/fixed/1/judgeId'),
      at('/fixed/2/judgeId', 'absent'),
      at('/caps/1/judgeId'),
      at('/absent/1'),
    ]);
    expect(wishErrors(facts(), {})).toEqual([]);
  });
});

describe('the size of a proposal', () => {
  it.each([
    { entries: 2000, judges: 200, each: 5 as const, limit: undefined },
    { entries: 4000, judges: 100, each: 2 as const, limit: undefined },
    { entries: 4001, judges: 1, each: 1 as const, limit: 'proposedEntries' },
    { entries: 1, judges: 300, each: 'all' as const, limit: undefined },
    { entries: 1, judges: 301, each: 1 as const, limit: 'proposedJudges' },
    { entries: 2001, judges: 200, each: 1 as const, limit: 'proposedPairs' },
    { entries: 100, judges: 100, each: 'all' as const, limit: undefined },
    { entries: 101, judges: 100, each: 'all' as const, limit: 'proposedCards' },
    { entries: 2001, judges: 100, each: 5 as const, limit: 'proposedCards' },
  ])('of $entries entries, $judges judges, $each each: $limit', (size) => {
    const refusal = whyNotPropose(size, size.each);
    expect(refusal?.code === 'limit-reached' ? refusal.limit : undefined).toBe(size.limit);
  });
});
