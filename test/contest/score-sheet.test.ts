import { describe, expect, it } from 'vitest';
import type { Rubric } from '../../lib/contest/rubric.ts';
import {
  type Judging,
  type SheetContent,
  saveSheet,
  submitSheet,
  whyNotJudge,
  whyNotScore,
} from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';
import {
  assignment,
  declaration,
  judging,
  plannedRound,
  scoringRound,
  sheet,
} from '../support/round-facts.ts';
import { criterion } from '../support/scored-round.ts';

const now = '2022-08-03T02:00:00.000Z';
const closesAt = '2022-08-25T10:00:00.000Z';
const rubric: Rubric = {
  mode: 'points',
  criteria: [criterion('moi', 20), criterion('kha-thi', 10)],
};

describe('who may judge an entry', () => {
  it('is whoever is assigned in force and declared no conflict', () => {
    expect(whyNotJudge(judging())).toBe(undefined);
    const nothing = { code: 'not-found' };
    expect(whyNotJudge(judging({ assignment: undefined }))).toEqual(nothing);
    const written = judging({ assignment: assignment({ revisions: ['not-in-force'] }) });
    expect(whyNotJudge(written)).toEqual(nothing);
    expect(whyNotJudge(judging({ declaration: undefined }))).toEqual({
      code: 'conflict-of-interest',
      because: 'not-declared',
    });
    expect(whyNotJudge(judging({ declaration: declaration({ conflict: true }) }))).toEqual({
      code: 'conflict-of-interest',
      because: 'declared',
    });
  });

  it('is not whose conflict somebody else knows of, or is there to be seen', () => {
    const conflict = (by: string) => declaration({ conflict: true, by });
    expect(whyNotJudge(judging({ declaration: conflict('o1') }))).toEqual({
      code: 'conflict-of-interest',
      because: 'recorded',
    });
    const seen = { code: 'conflict-of-interest', because: 'derived' };
    expect(whyNotJudge(judging({ declaration: conflict('system') }))).toEqual(seen);
    expect(whyNotJudge(judging({ derived: ['phone'] }))).toEqual(seen);
  });

  it('tells the unassigned nothing, whatever they declared', () => {
    const other = judging({ assignment: undefined, declaration: declaration({ conflict: true }) });
    expect(whyNotJudge(other)).toEqual({ code: 'not-found' });
  });
});

describe('when a sheet may change', () => {
  it('is until the instant before the round closes', () => {
    expect(whyNotScore(judging(), '2022-08-25T09:59:59.999Z')).toBe(undefined);
    const late = { code: 'phase-closed', receivedAt: closesAt, closesAt };
    expect(whyNotScore(judging(), closesAt)).toEqual(late);
  });

  it('is while the round is open for scoring', () => {
    const before = whyNotScore(
      judging({ round: plannedRound({ assignmentRevisions: ['r1'] }) }),
      now,
    );
    expect(before).toEqual({ code: 'phase-closed', receivedAt: now });
    for (const state of ['closed', 'approved'] as const) {
      const closedAt = '2022-08-20T03:00:00.000Z';
      const round = scoringRound({ state, closedAt });
      const refusal = { code: 'phase-closed', receivedAt: now, closesAt: closedAt };
      expect(whyNotScore(judging({ round }), now)).toEqual(refusal);
    }
  });

  it('is as long as the entry takes part', () => {
    const out = whyNotScore(judging({ entryState: 'ineligible' }), now);
    expect(out).toEqual({ code: 'state-conflict', state: 'ineligible' });
  });

  it('ends when it is handed in', () => {
    const handedIn = judging({ sheet: sheet({ state: 'submitted' }) });
    expect(whyNotScore(handedIn, now)).toEqual({ code: 'state-conflict', state: 'submitted' });
  });
});

describe('saving a sheet', () => {
  const written: SheetContent = { points: { moi: '8.50' }, comment: 'Tốt', note: 'Hỏi thêm' };
  const save = (
    given: Partial<Judging> = {},
    { content = written, planVersion = 3, at = now } = {},
  ) => saveSheet(judging(given), { rubric, judgeId: 'j1', planVersion }, content, at);

  it('makes the first revision, in hundredths', () => {
    expect(save()).toEqual(sheet({ marks: { moi: 850 }, savedAt: now, version: 1 }));
  });

  it('makes the next revision of what was there, and keeps nothing of it', () => {
    const content = { points: { 'kha-thi': '10' }, comment: '', note: '' };
    const next = { marks: { 'kha-thi': 1000 }, comment: '', note: '', savedAt: now, version: 3 };
    expect(save({ sheet: sheet() }, { content })).toEqual(sheet(next));
  });

  it('takes a draft without a mark, and marks at both ends', () => {
    const none = save({}, { content: { ...written, points: {} } });
    expect(none.marks).toEqual({});
    const ends = save({}, { content: { ...written, points: { moi: '20', 'kha-thi': '0' } } });
    expect(ends.marks).toEqual({ moi: 2000, 'kha-thi': 0 });
  });

  it('names every wrong mark, never its value', () => {
    const points = { moi: '20.5', 'kha-thi': '0.1', la: '1' };
    expect(refusalOf(() => save({}, { content: { ...written, points } }))).toEqual({
      code: 'validation-failed',
      errors: [
        { pointer: '/points/moi', code: 'invalid-score', limit: 'above-maximum 20' },
        { pointer: '/points/kha-thi', code: 'invalid-score', limit: 'off-step 0.5' },
        { pointer: '/points/la', code: 'unknown-criterion' },
      ],
    });
  });

  it('knows a criterion by its own name only', () => {
    const content = { ...written, points: { constructor: '1' } };
    expect(refusalOf(() => save({}, { content }))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/points/constructor', code: 'unknown-criterion' }],
    });
  });

  it('is refused under another rubric than the one in force', () => {
    for (const planVersion of [2, 4]) {
      const refusal = refusalOf(() => save({}, { planVersion }));
      expect(refusal).toEqual({ code: 'rubric-changed', current: 3 });
    }
  });

  it('is refused to the conflicted before anything about the sheet is said', () => {
    const conflicted = {
      declaration: declaration({ conflict: true }),
      sheet: sheet({ state: 'submitted' }),
    };
    expect(refusalOf(() => save(conflicted, { planVersion: 1, at: closesAt }))).toEqual({
      code: 'conflict-of-interest',
      because: 'declared',
    });
  });
});

describe('handing a sheet in', () => {
  const submit = (given: Partial<Judging>, commentRequired = false) =>
    submitSheet(judging(given), { rubric, commentRequired }, now);

  it('locks it as it was saved', () => {
    const locked = { state: 'submitted', submittedAt: now, savedAt: now, version: 3 } as const;
    expect(submit({ sheet: sheet() })).toEqual(sheet(locked));
  });

  it('needs a sheet', () => {
    const refusal = refusalOf(() => submit({}));
    expect(refusal).toEqual({ code: 'state-conflict', state: 'not-started' });
  });

  it('needs every mark, and the comment where the plan demands one: all is said at once', () => {
    const empty = sheet({ marks: {}, comment: '' });
    const marks = [
      { pointer: '/points/moi', code: 'required' },
      { pointer: '/points/kha-thi', code: 'required' },
    ];
    const comment = { pointer: '/comment', code: 'required' };
    expect(refusalOf(() => submit({ sheet: empty }, true))).toEqual({
      code: 'validation-failed',
      errors: [...marks, comment],
    });
    expect(refusalOf(() => submit({ sheet: empty }))).toEqual({
      code: 'validation-failed',
      errors: marks,
    });
    expect(submit({ sheet: sheet({ comment: '' }) }).state).toBe('submitted');
  });

  it('takes a mark of 0 for a mark', () => {
    const zeros = sheet({ marks: { moi: 0, 'kha-thi': 0 } });
    expect(submit({ sheet: zeros }).marks).toEqual({ moi: 0, 'kha-thi': 0 });
  });
});
