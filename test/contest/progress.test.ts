import { describe, expect, it } from 'vitest';
import {
  type CardFacts,
  entryProgress,
  nextProgressCard,
  type ProgressCard,
  progressBoard,
} from '../../lib/contest/progress.ts';
import type { Assignment, Declaration, Round } from '../../lib/contest/round.ts';

const round: Round = {
  editionId: 'e',
  roundId: 'r',
  state: 'scoring',
  planVersion: 1,
  assignmentRevisions: ['in'],
  version: 3,
};
const task = (judgeId: string, revision = 'in'): Assignment => ({
  editionId: 'e',
  roundId: 'r',
  entryId: 'a',
  judgeId,
  revisions: [revision],
  code: 'KT-1',
  title: 'Ý tưởng',
  applicantName: '',
  members: [],
  trackId: 't',
  fieldId: '',
  version: 1,
});
const sheet = (judgeId: string, state: 'draft' | 'submitted', recused = false) => ({
  entryId: 'a',
  judgeId,
  state,
  recused,
});
const word = (judgeId: string, conflict: boolean): Declaration => ({
  editionId: 'e',
  entryId: 'a',
  judgeId,
  conflict,
  reason: '',
  declaredAt: '2022-08-01T00:00:00.000Z',
  version: 1,
});
const facts: CardFacts = {
  assignments: ['e', 'd', 'c', 'b', 'a'].map((id) => task(id)),
  sheets: [sheet('b', 'draft'), sheet('c', 'submitted'), sheet('d', 'submitted', true)],
  declarations: [word('a', false), word('e', true)],
  entryState: 'eligible',
};
const in_ = (judgeId: string, state: ProgressCard['tasks'][number]['state']) => ({
  judgeId,
  state,
  revisions: ['in'],
});
const card: ProgressCard = {
  entryId: 'a',
  code: 'KT-1',
  isEligible: true,
  tasks: [
    in_('a', 'none'),
    in_('b', 'draft'),
    in_('c', 'submitted'),
    in_('d', 'conflict'),
    in_('e', 'conflict'),
  ],
  version: 1,
};

describe('nextProgressCard', () => {
  it('says how far each task is; a conflict or a struck sheet outweighs the sheet', () => {
    expect(nextProgressCard(facts, undefined)).toEqual(card);
  });

  it('is made anew only where something moved', () => {
    expect(nextProgressCard(facts, card)).toBeUndefined();
    expect(nextProgressCard(facts, { ...card, version: 7 })).toBeUndefined();
    expect(
      nextProgressCard({ ...facts, entryState: 'ineligible' }, { ...card, version: 7 }),
    ).toEqual({ ...card, isEligible: false, version: 8 });
    expect(nextProgressCard({ ...facts, assignments: [] }, undefined)).toBeUndefined();
  });
});

describe('the board', () => {
  const totals = { assigned: 5, submitted: 1, drafts: 1, conflicts: 2 };

  it('counts for each judge, and what those with a stated number can still take', () => {
    const second: ProgressCard = { ...card, entryId: 'b', tasks: [in_('e', 'none')] };
    const capacities = new Map([
      ['a', 1],
      ['c', 5],
      ['d', 1],
      ['e', 0],
    ]);
    const none = { assigned: 1, submitted: 0, drafts: 0, conflicts: 0 };
    expect(progressBoard(round, [second, card], capacities)).toEqual({
      ...totals,
      assigned: 6,
      judges: [
        { judgeId: 'a', ...none, capacity: 1, remaining: 0 },
        { judgeId: 'b', ...none, drafts: 1 },
        { judgeId: 'c', ...none, submitted: 1, capacity: 5, remaining: 4 },
        { judgeId: 'd', ...none, conflicts: 1, capacity: 1, remaining: 1 },
        { judgeId: 'e', ...none, assigned: 2, conflicts: 1, capacity: 0, remaining: 0 },
      ],
    });
  });

  it('counts what an entry needs and misses', () => {
    const told = { entryId: 'a', code: 'KT-1', ...totals };
    expect(entryProgress(round, card, 3)).toEqual({ ...told, needed: 3, missing: 2 });
    expect(entryProgress(round, card, 1)).toEqual({ ...told, needed: 1, missing: 0 });
  });

  it('knows no task that is not in force, and none of an entry that is out', () => {
    const nothing = { assigned: 0, submitted: 0, drafts: 0, conflicts: 0, judges: [] };
    const planned = { ...round, assignmentRevisions: ['other'] };
    for (const [at, one] of [
      [planned, card],
      [round, { ...card, isEligible: false }],
    ] as const) {
      expect(progressBoard(at, [one], new Map())).toEqual(nothing);
      expect(entryProgress(at, one, 3)).toBeUndefined();
    }
  });
});
