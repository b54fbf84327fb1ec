import { describe, expect, it } from 'vitest';
import { openTasks, roundProgress, shortEntries } from '../../lib/contest/round-tasks.ts';
import { assignment, scoringRound, sheet } from '../support/round-facts.ts';

describe('the tasks of a round', () => {
  const to = (entryId: string, judgeId: string, revision = 'r1') =>
    assignment({ entryId, judgeId, revisions: [revision] });
  const tasks = {
    assignments: [
      to('e2', 'j2'),
      to('e1', 'j1'),
      to('e1', 'j2'),
      to('e2', 'j1'),
      to('e3', 'j1', 'never-in-force'),
    ],
    sheets: [
      sheet({ entryId: 'e1', judgeId: 'j1', state: 'submitted' }),
      sheet({ entryId: 'e1', judgeId: 'j2' }),
      sheet({ entryId: 'e2', judgeId: 'j2', recused: true }),
      sheet({ entryId: 'e3', judgeId: 'j1', state: 'submitted' }),
    ],
  };

  it('are open without a submitted sheet, unless that was struck', () => {
    expect(openTasks(scoringRound(), tasks)).toEqual([
      { code: 'sheet-missing', entryId: 'e1', judgeId: 'j2' },
      { code: 'sheet-missing', entryId: 'e2', judgeId: 'j1' },
    ]);
  });

  it('leave an entry short with fewer sheets that count than the rules ask for', () => {
    const round = scoringRound();
    const short = (entryId: string, count: number) => ({ code: 'too-few-sheets', entryId, count });
    expect(shortEntries(round, tasks, 1)).toEqual([short('e2', 0)]);
    expect(shortEntries(round, tasks, 2)).toEqual([short('e1', 1), short('e2', 0)]);
    const struck = { ...tasks.sheets[0]!, recused: true };
    const recused = { ...tasks, sheets: [struck, ...tasks.sheets.slice(1)] };
    expect(shortEntries(round, recused, 1)).toEqual([short('e1', 0), short('e2', 0)]);
    expect(shortEntries(round, { assignments: [], sheets: tasks.sheets }, 1)).toEqual([]);
  });

  it('are counted over all and for each judge; what is not in force counts nowhere', () => {
    expect(roundProgress(scoringRound(), tasks)).toEqual({
      assigned: 4,
      submitted: 1,
      drafts: 2,
      judges: [
        { judgeId: 'j1', assigned: 2, submitted: 1, drafts: 0 },
        { judgeId: 'j2', assigned: 2, submitted: 0, drafts: 2 },
      ],
    });
  });
});
