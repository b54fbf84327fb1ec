import type { Edition } from '../../lib/contest/edition.ts';
import type { Assignment, Declaration, Round } from '../../lib/contest/round.ts';
import type { Judging, ScoreSheet } from '../../lib/contest/score-sheet.ts';

/** An edition after the freeze, in the middle of judging. */
export const frozenEdition: Edition = {
  editionId: 'kon-tum-2022',
  name: { vi: 'Cuộc thi', en: 'Contest' },
  phase: 'frozen',
  opensAt: '2022-05-20T01:00:00.000Z',
  closesAt: '2022-07-31T10:00:00.000Z',
  planVersion: 3,
  createdAt: '2022-05-01T01:00:00.000Z',
  version: 9,
};

/** A round nobody has begun. */
export const plannedRound = (changes: Partial<Round> = {}): Round => ({
  editionId: 'kon-tum-2022',
  roundId: 'so-khao',
  state: 'planned',
  planVersion: 1,
  assignmentRevisions: [],
  version: 1,
  ...changes,
});

/** A round open for scoring under plan 3, with revision r1 of its assignment in force. */
export const scoringRound = (changes: Partial<Round> = {}): Round =>
  plannedRound({
    state: 'scoring',
    planVersion: 3,
    assignmentRevisions: ['r1'],
    openedAt: '2022-08-01T01:00:00.000Z',
    closesAt: '2022-08-25T10:00:00.000Z',
    version: 3,
    ...changes,
  });

/** Judge j1's task on entry e1, in force. */
export const assignment = (changes: Partial<Assignment> = {}): Assignment => ({
  editionId: 'kon-tum-2022',
  roundId: 'so-khao',
  entryId: 'e1',
  judgeId: 'j1',
  revisions: ['r1'],
  code: 'KT22-AAAAAA',
  title: 'Trà sâm',
  applicantName: 'A Dôn',
  members: ['A Dôn'],
  trackId: 'y-tuong',
  fieldId: 'duoc-lieu',
  version: 1,
  ...changes,
});

/** Judge j1's word that there is no conflict with entry e1. */
export const declaration = (changes: Partial<Declaration> = {}): Declaration => ({
  editionId: 'kon-tum-2022',
  entryId: 'e1',
  judgeId: 'j1',
  conflict: false,
  reason: '',
  declaredAt: '2022-08-02T01:00:00.000Z',
  version: 1,
  ...changes,
});

/** Judge j1's second draft on entry e1. */
export const sheet = (changes: Partial<ScoreSheet> = {}): ScoreSheet => ({
  editionId: 'kon-tum-2022',
  roundId: 'so-khao',
  entryId: 'e1',
  judgeId: 'j1',
  state: 'draft',
  marks: { moi: 850, 'kha-thi': 400 },
  comment: 'Tốt',
  note: 'Hỏi thêm',
  recused: false,
  planVersion: 3,
  savedAt: '2022-08-03T01:00:00.000Z',
  version: 2,
  ...changes,
});

/** What judge j1 may act on: assigned, without conflict, nothing saved yet. */
export const judging = (changes: Partial<Judging> = {}): Judging => ({
  round: scoringRound(),
  assignment: assignment(),
  declaration: declaration(),
  sheet: undefined,
  entryState: 'eligible',
  ...changes,
});
