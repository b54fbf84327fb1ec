import { describe, expect, test } from 'vitest';
import {
  type Commented,
  type Moderation,
  moderateComment,
  releaseComments,
  shownComment,
} from '../../lib/contest/moderation.ts';
import type { Round } from '../../lib/contest/round.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';

const place = { editionId: 'kt', roundId: 'so-khao', entryId: 'e1', judgeId: 'j1' };
const round = (state: Round['state'] = 'closed'): Round => ({
  editionId: 'kt',
  roundId: 'so-khao',
  state,
  planVersion: 1,
  assignmentRevisions: ['r1'],
  version: 4,
});
const sheet = (changes: Partial<ScoreSheet> = {}): ScoreSheet => ({
  ...place,
  state: 'submitted',
  marks: {},
  comment: 'Cần gặp ông An',
  note: 'riêng',
  recused: false,
  planVersion: 1,
  savedAt: '2022-08-20T01:00:00.000Z',
  version: 2,
  ...changes,
});
const commented = (changes: Partial<Commented> = {}): Commented => ({
  sheet: sheet(),
  assignment: { revisions: ['r1'] },
  moderation: undefined,
  ...changes,
});
const act = { revision: 2, basedOn: 0, by: 'o1', now: '2022-09-01T01:00:00.000Z' };
const withheld = { decision: 'withheld', reason: 'Nêu tên' } as const;
const redacted = { decision: 'redacted', text: 'Cần gặp chuyên gia', reason: 'Nêu tên' } as const;
const moderate = (
  facts: Partial<Commented> & { round?: Round } = {},
  word: Parameters<typeof moderateComment>[1] = { decision: 'released' },
  changes: Partial<typeof act> = {},
): Moderation =>
  moderateComment({ round: round(), ...commented(facts), ...facts }, word, { ...act, ...changes });

describe('a decision on a comment', () => {
  const kept = {
    ...place,
    revision: 2,
    original: 'Cần gặp ông An',
    by: 'o1',
    at: act.now,
    version: 1,
  };

  test('keeps what the judge wrote, and the reason of all that is not simply released', () => {
    expect(moderate()).toEqual({ ...kept, decision: 'released' });
    expect(moderate({}, redacted)).toEqual({ ...kept, ...redacted });
    expect(moderate({ round: round('approved') }, withheld)).toEqual({ ...kept, ...withheld });
  });

  test('replaces the one it was based on, and leaves nothing of it', () => {
    const before = moderate({}, redacted);
    expect(moderate({ moderation: before }, { decision: 'released' }, { basedOn: 1 })).toEqual({
      ...kept,
      decision: 'released',
      version: 2,
    });
    expect(refusalOf(() => moderate({ moderation: before }))).toEqual({
      code: 'precondition-failed',
      currentVersion: 1,
    });
  });

  test.each(['planned', 'scoring'] as const)('waits for the end of a %s round', (state) => {
    const refusal = { code: 'state-conflict', state };
    expect(refusalOf(() => moderate({ round: round(state) }))).toEqual(refusal);
    expect(refusalOf(() => releaseComments(round(state), [], act))).toEqual(refusal);
  });

  test('is of the revision that was read', () => {
    expect(refusalOf(() => moderate({}, withheld, { revision: 1 }))).toEqual({
      code: 'precondition-failed',
      currentVersion: 2,
    });
  });

  const none: readonly (readonly [string, Partial<Commented>])[] = [
    ['no sheet', { sheet: undefined }],
    ['a draft', { sheet: sheet({ state: 'draft' }) }],
    ['a struck sheet', { sheet: sheet({ recused: true }) }],
    ['an empty comment', { sheet: sheet({ comment: '' }) }],
    ['a task not in force', { assignment: { revisions: ['r0'] } }],
    ['no task', { assignment: undefined }],
  ];
  test.each(none)('finds nothing to decide about in %s, and shows nothing of it', (_, facts) => {
    expect(refusalOf(() => moderate(facts))).toEqual({ code: 'not-found' });
    const moderation = moderate();
    expect(shownComment(round(), commented({ ...facts, moderation }))).toBeUndefined();
  });
});

describe('what the startup reads', () => {
  const shown = (moderation: Moderation | undefined, changes: Partial<Commented> = {}) =>
    shownComment(round(), commented({ moderation, ...changes }));

  test('is the comment, the other words, or nothing', () => {
    expect(shown(moderate())).toBe('Cần gặp ông An');
    expect(shown(moderate({}, redacted))).toBe('Cần gặp chuyên gia');
    expect(shown(moderate({}, withheld))).toBeUndefined();
    expect(shown(undefined)).toBeUndefined();
  });

  test('is nothing once the sheet is another one than was read', () => {
    const later = { sheet: sheet({ version: 4, comment: 'Khác' }) };
    expect(shown(moderate(), later)).toBeUndefined();
    expect(shown(moderate({}, redacted), later)).toBeUndefined();
  });
});

describe('a release of several', () => {
  const read = { entryId: 'e1', judgeId: 'j1', revision: 2 };
  const release = (one: Partial<Commented> = {}, revision = 2) =>
    releaseComments(round(), [{ ...commented(one), read: { ...read, revision } }], act);
  const blocked = (blocker: object) => ({
    code: 'state-conflict',
    state: 'closed',
    blockers: [{ entryId: 'e1', judgeId: 'j1', ...blocker }],
  });

  test('is the decision of each', () => {
    expect(release()).toEqual([moderate()]);
  });

  test('is over a decision on what the sheet was before, never on what it is', () => {
    const old = { ...moderate(), revision: 1 };
    expect(release({ moderation: old })).toEqual([{ ...moderate(), version: 2 }]);
    expect(refusalOf(() => release({ moderation: moderate({}, withheld) }))).toEqual(
      blocked({ code: 'comment-decided', because: 'withheld' }),
    );
  });

  test('tells each that is in its way', () => {
    expect(refusalOf(() => release({}, 1))).toEqual(blocked({ code: 'comment-changed' }));
    expect(refusalOf(() => release({ sheet: undefined }))).toEqual(blocked({ code: 'no-comment' }));
  });
});
