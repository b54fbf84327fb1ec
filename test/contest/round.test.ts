import { describe, expect, it } from 'vitest';
import { assignmentBlockers } from '../../lib/contest/assignment-blockers.ts';
import {
  closeRound,
  isAssigned,
  openRound,
  type Round,
  takeAssignment,
  whyNotAssign,
} from '../../lib/contest/round.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { assignment, frozenEdition, plannedRound, scoringRound } from '../support/round-facts.ts';

const now = '2022-08-01T01:00:00.000Z';
const closesAt = '2022-08-25T10:00:00.000Z';

describe('an assignment', () => {
  it('is in force when the round lists its revision, and only then', () => {
    const round = plannedRound({ assignmentRevisions: ['r0', 'r1'] });
    expect(isAssigned(round, assignment())).toBe(true);
    expect(isAssigned(round, assignment({ revisions: ['r2'] }))).toBe(false);
    expect(isAssigned(round, undefined)).toBe(false);
  });

  it('is taken in once, however often it is asked for', () => {
    const once = takeAssignment(plannedRound({ assignmentRevisions: ['r0'] }), 'r1');
    expect(once).toEqual(plannedRound({ assignmentRevisions: ['r0', 'r1'], version: 2 }));
    expect(takeAssignment(once, 'r1')).toEqual({ ...once, version: 3 });
  });

  it('is made before and during scoring, after the freeze', () => {
    expect(whyNotAssign(frozenEdition, plannedRound(), now)).toBe(undefined);
    expect(whyNotAssign(frozenEdition, scoringRound(), now)).toBe(undefined);
    expect(whyNotAssign({ ...frozenEdition, phase: 'open' }, plannedRound(), now)).toEqual({
      code: 'phase-closed',
      receivedAt: now,
      opensAt: '2022-07-31T10:01:00.000Z',
    });
    for (const state of ['closed', 'approved'] as const) {
      const refusal = whyNotAssign(frozenEdition, scoringRound({ state }), now);
      expect(refusal).toEqual({ code: 'state-conflict', state });
    }
  });

  it('names every pair that cannot be, with its first reason, in the order asked', () => {
    const facts = {
      entryStates: new Map([
        ['in', 'eligible'],
        ['draft', 'draft'],
        ['submitted', 'submitted'],
        ['out', 'ineligible'],
        ['back', 'withdrawn'],
        ['behind', 'eligible'],
      ] as const),
      judges: new Set(['j1', 'j2']),
      panel: undefined,
      advanced: new Set(['in', 'out']),
      conflicts: new Map([['in j2', 'derived:phone']]),
    };
    const pair = (entryId: string, judgeId = 'j1') => ({ entryId, judgeId });
    const pairs = [
      pair('nowhere', 'nobody'),
      pair('draft'),
      pair('submitted'),
      pair('out'),
      pair('back'),
      pair('behind', 'nobody'),
      pair('in', 'nobody'),
      pair('in', 'j2'),
      pair('in', 'j1'),
    ];
    expect(assignmentBlockers(pairs, facts)).toEqual([
      { code: 'entry-unknown', entryId: 'nowhere', judgeId: 'nobody' },
      { code: 'entry-not-eligible', entryId: 'draft', judgeId: 'j1' },
      { code: 'entry-not-eligible', entryId: 'submitted', judgeId: 'j1' },
      { code: 'entry-not-eligible', entryId: 'out', judgeId: 'j1' },
      { code: 'entry-not-eligible', entryId: 'back', judgeId: 'j1' },
      { code: 'entry-not-advanced', entryId: 'behind', judgeId: 'nobody' },
      { code: 'not-a-judge', entryId: 'in', judgeId: 'nobody' },
      { code: 'conflict-of-interest', entryId: 'in', judgeId: 'j2', because: 'derived:phone' },
    ]);
    const first = { ...facts, advanced: undefined };
    expect(assignmentBlockers([pair('behind')], first)).toEqual([]);
    const panel = { judges: ['j2'], chair: 'j1' };
    expect(assignmentBlockers([pair('in')], { ...facts, panel })).toEqual([
      { code: 'not-in-panel', entryId: 'in', judgeId: 'j1' },
    ]);
  });
});

describe('opening a round', () => {
  const assigned = plannedRound({ assignmentRevisions: ['r1'], version: 2 });
  const open = (facts: Partial<Parameters<typeof openRound>[0]> = {}, at: string = now): Round =>
    openRound(
      { edition: frozenEdition, round: assigned, before: undefined, closesAt, ...facts },
      at,
    );

  it('freezes the plan that holds at that moment', () => {
    expect(open()).toEqual({
      ...assigned,
      state: 'scoring',
      planVersion: 3,
      openedAt: now,
      closesAt,
      version: 3,
    });
  });

  it('waits for the freeze', () => {
    const edition = { ...frozenEdition, phase: 'open' } as const;
    const opensAt = '2022-07-31T10:01:00.000Z';
    const closed = { code: 'phase-closed', receivedAt: now, opensAt };
    expect(refusalOf(() => open({ edition }))).toEqual(closed);
  });

  it('is possible until the instant before its closing time', () => {
    expect(open({}, '2022-08-25T09:59:59.999Z').openedAt).toBe('2022-08-25T09:59:59.999Z');
    expect(refusalOf(() => open({}, closesAt))).toEqual({
      code: 'state-conflict',
      state: 'planned',
      blockers: [{ code: 'closing-time-passed' }],
    });
  });

  it('needs the round before approved, and something assigned: both are said', () => {
    const before = scoringRound({ state: 'closed' });
    expect(refusalOf(() => open({ before, round: plannedRound() }))).toEqual({
      code: 'state-conflict',
      state: 'planned',
      blockers: [{ code: 'round-before-not-approved' }, { code: 'nothing-assigned' }],
    });
    expect(open({ before: { ...before, state: 'approved' } }).state).toBe('scoring');
  });

  it('happens once', () => {
    for (const state of ['scoring', 'closed', 'approved'] as const) {
      const again = refusalOf(() => open({ round: scoringRound({ state }) }));
      expect(again).toEqual({ code: 'state-conflict', state, blockers: [] });
    }
  });
});

describe('closing a round', () => {
  const missing = { code: 'sheet-missing', entryId: 'e1', judgeId: 'j1' };

  it('names the sheets that are not handed in', () => {
    const close = () => closeRound(scoringRound(), { open: [missing], acceptMissing: false }, now);
    expect(refusalOf(close)).toEqual({
      code: 'state-conflict',
      state: 'scoring',
      blockers: [missing],
    });
  });

  it('goes on without them where that is accepted', () => {
    const closed = { ...scoringRound(), state: 'closed', closedAt: now, version: 4 };
    const accepted = { open: [missing], acceptMissing: true };
    expect(closeRound(scoringRound(), accepted, now)).toEqual(closed);
    expect(closeRound(scoringRound(), { open: [], acceptMissing: false }, now)).toEqual(closed);
  });

  it('is of an open round only', () => {
    for (const state of ['planned', 'closed', 'approved'] as const) {
      const round = scoringRound({ state });
      const refusal = refusalOf(() => closeRound(round, { open: [], acceptMissing: true }, now));
      expect(refusal).toEqual({ code: 'state-conflict', state, blockers: [] });
    }
  });
});
