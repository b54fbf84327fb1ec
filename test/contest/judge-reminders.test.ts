import { describe, expect, it } from 'vitest';
import { isJudgeReminderDue, judgeRemindersAhead } from '../../lib/contest/judge-reminders.ts';
import { localTimeAt } from '../../lib/contest/local-time.ts';
import type { Round } from '../../lib/contest/round.ts';

const round: Round = {
  editionId: 'e',
  roundId: 'r',
  state: 'scoring',
  planVersion: 1,
  assignmentRevisions: [],
  closesAt: '2022-08-25T10:00:00.000Z',
  version: 1,
};
const plan = {
  timeZone: 'Asia/Ho_Chi_Minh',
  mail: { review: [], remindDaysBefore: [], remindJudgesDaysBefore: [5, 1] },
};
const fiveBefore = { daysBefore: 5, at: '2022-08-20T10:00:00.000Z' };
const oneBefore = { daysBefore: 1, at: '2022-08-24T10:00:00.000Z' };

describe('judgeRemindersAhead', () => {
  it('comes so many days before the round closes, and only what is still to come', () => {
    expect(judgeRemindersAhead(round, plan, '2022-08-20T09:59:59.999Z')).toEqual([
      fiveBefore,
      oneBefore,
    ]);
    expect(judgeRemindersAhead(round, plan, fiveBefore.at)).toEqual([oneBefore]);
    expect(judgeRemindersAhead(round, plan, oneBefore.at)).toEqual([]);
  });

  it('keeps the time of day where clocks are put back in between', () => {
    const closesAt = '2022-10-31T16:00:00.000Z';
    const berlin = { ...plan, timeZone: 'Europe/Berlin' };
    const ahead = judgeRemindersAhead({ ...round, closesAt }, berlin, '2022-10-01T00:00:00.000Z');
    expect(ahead.map(({ at }) => localTimeAt(at, 'Europe/Berlin'))).toEqual([
      '2022-10-26T17:00',
      '2022-10-30T17:00',
    ]);
  });

  it('is for a round that is scored, by a plan that reminds', () => {
    const early = '2022-08-01T00:00:00.000Z';
    for (const state of ['planned', 'closed', 'approved'] as const) {
      expect(judgeRemindersAhead({ ...round, state }, plan, early)).toEqual([]);
    }
    const { closesAt: _, ...unopened } = round;
    expect(judgeRemindersAhead(unopened, plan, early)).toEqual([]);
    const silent = { ...plan, mail: { review: [], remindDaysBefore: [5] } };
    expect(judgeRemindersAhead(round, silent, early)).toEqual([]);
  });
});

describe('isJudgeReminderDue', () => {
  const isDue = (now: string, of = round, days = 5) => isJudgeReminderDue(of, plan, days, now);

  it('is due from its moment until the round closes', () => {
    expect(isDue('2022-08-20T09:59:59.999Z')).toBe(false);
    expect(isDue(fiveBefore.at)).toBe(true);
    expect(isDue('2022-08-25T09:59:59.999Z')).toBe(true);
    expect(isDue('2022-08-25T10:00:00.000Z')).toBe(false);
  });

  it('is not due where it was overtaken', () => {
    expect(isDue(fiveBefore.at, { ...round, closesAt: '2022-08-26T10:00:00.000Z' })).toBe(false);
    expect(isDue(fiveBefore.at, { ...round, state: 'closed' })).toBe(false);
    expect(isDue(fiveBefore.at, round, 4)).toBe(false);
  });
});
