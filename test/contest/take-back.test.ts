import { describe, expect, it } from 'vitest';
import { isAssigned, isTakenBack } from '../../lib/contest/round.ts';
import { type TaskToTake, takeBack, whyNotWrite } from '../../lib/contest/take-back.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { assignment, judging, plannedRound, scoringRound, sheet } from '../support/round-facts.ts';

const now = '2022-08-10T02:00:00.000Z';
const place = { entryId: 'e1', judgeId: 'j1' };
const handedIn = sheet({ state: 'submitted', submittedAt: '2022-08-05T01:00:00.000Z' });
const task = (changes: Partial<TaskToTake> = {}): TaskToTake => ({
  ...place,
  assignment: assignment(),
  sheet: undefined,
  ...changes,
});
const by = 'lan';

describe('taking a task back', () => {
  it('leaves it without force, for good under the revisions it had', () => {
    const round = scoringRound();
    const { round: after, taken } = takeBack(round, [task()], { by, strike: false }, now);
    const gone = assignment({ revisions: [], takenBack: ['r1'], version: 2 });
    expect(after).toEqual(scoringRound({ removals: 1, version: 4 }));
    expect(taken).toEqual([{ assignment: gone, sheet: undefined, struck: undefined }]);
    expect([isAssigned(after, gone), isTakenBack(after, gone)]).toEqual([false, true]);
    expect(isTakenBack(round, assignment())).toBe(false);
    expect(isTakenBack(round, assignment({ revisions: ['r9'] }))).toBe(false);
  });

  it('leaves what another request has written and not brought into force', () => {
    const both = task({ assignment: assignment({ revisions: ['r2', 'r1'], takenBack: ['r0'] }) });
    const [one] = takeBack(scoringRound(), [both], { by, strike: false }, now).taken;
    expect(one?.assignment).toEqual(
      assignment({ revisions: ['r2'], takenBack: ['r0', 'r1'], version: 2 }),
    );
  });

  it('leaves a draft and a struck sheet as they are', () => {
    for (const one of [sheet(), { ...handedIn, recused: true }]) {
      const { taken } = takeBack(
        scoringRound(),
        [task({ sheet: one })],
        { by, strike: false },
        now,
      );
      expect(taken[0]).toMatchObject({ sheet: one, struck: undefined });
    }
  });

  it('makes a sheet that was handed in a draft, if that is said', () => {
    const { taken } = takeBack(
      scoringRound(),
      [task({ sheet: handedIn })],
      { by, strike: true },
      now,
    );
    expect(taken[0]?.struck).toEqual(sheet({ savedAt: now, version: 3 }));
  });

  it('names everything that is in the way, and does none of it', () => {
    const tasks = [
      task({ sheet: handedIn }),
      task({ entryId: 'e2', assignment: undefined }),
      task({ entryId: 'e3', assignment: assignment({ entryId: 'e3', revisions: ['r9'] }) }),
      task({ entryId: 'e4' }),
    ];
    expect(refusalOf(() => takeBack(scoringRound(), tasks, { by, strike: false }, now))).toEqual({
      code: 'state-conflict',
      state: 'scoring',
      blockers: [
        { code: 'sheet-submitted', ...place },
        { code: 'not-assigned', entryId: 'e2', judgeId: 'j1' },
        { code: 'not-assigned', entryId: 'e3', judgeId: 'j1' },
      ],
    });
  });

  it('is nobody’s to do with a sheet of their own that is handed in', () => {
    const own = (one: TaskToTake) =>
      takeBack(scoringRound(), [one], { by: 'j1', strike: true }, now);
    expect(refusalOf(() => own(task({ sheet: handedIn })))).toEqual({
      code: 'second-person-required',
    });
    expect(own(task({ sheet: sheet() })).taken).toHaveLength(1);
  });

  it('ends with the close', () => {
    const planned = plannedRound({ assignmentRevisions: ['r1'] });
    expect(takeBack(planned, [task()], { by, strike: false }, now).taken).toHaveLength(1);
    for (const state of ['closed', 'approved'] as const) {
      const round = scoringRound({ state });
      expect(refusalOf(() => takeBack(round, [task()], { by, strike: true }, now))).toEqual({
        code: 'state-conflict',
        state,
      });
    }
  });
});

describe('writing on an entry', () => {
  it('is refused with why to whom it was taken from, and as unknown to all others', () => {
    const taken = assignment({ revisions: [], takenBack: ['r1'] });
    expect(whyNotWrite(judging({ assignment: taken }))).toEqual({
      code: 'state-conflict',
      state: 'taken-back',
    });
    expect(whyNotWrite(judging({ assignment: undefined }))).toEqual({ code: 'not-found' });
    expect(whyNotWrite(judging())).toBeUndefined();
    const again = assignment({ revisions: ['r1'], takenBack: ['r0'] });
    expect(whyNotWrite(judging({ assignment: again }))).toBeUndefined();
  });
});
