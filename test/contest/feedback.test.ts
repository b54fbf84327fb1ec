import { describe, expect, test } from 'vitest';
import { roundFeedback, sharesOf } from '../../lib/contest/feedback.ts';
import { feedbackOf, givesFeedback } from '../../lib/contest/feedback-plan.ts';
import { rankRound } from '../../lib/contest/ranking-record.ts';
import { plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

/** Three entries of one track, two of another, and one nobody scored. */
const record = rankRound({
  rules: plainRules,
  rubric: pointsRubric({ moi: 20, loi: 80 }),
  entries: [
    { entryId: 'a', trackId: 'idea' },
    { entryId: 'b', trackId: 'idea' },
    { entryId: 'c', trackId: 'idea' },
    { entryId: 'none', trackId: 'idea' },
    { entryId: 'd', trackId: 'project' },
    { entryId: 'e', trackId: 'project' },
  ],
  sheets: [
    submitted('a', 'J1', { moi: 10, loi: 60 }),
    submitted('a', 'J2', { moi: 11, loi: 60.5 }),
    submitted('b', 'J1', { moi: 20, loi: 60 }),
    submitted('c', 'J1', { moi: 5, loi: 41.5 }),
    submitted('d', 'J1', { moi: 7, loi: 7 }),
    submitted('e', 'J1', { moi: 9, loi: 9 }),
  ],
  decisions: {},
});
const { shares, averages } = sharesOf({ rankings: [record] });
const shareOf = (wanted: string) => shares.find(({ entryId }) => entryId === wanted);

describe('the share of an entry', () => {
  test('is its own means and place, and how many have one in its track', () => {
    expect(shareOf('a')).toEqual({
      entryId: 'a',
      trackId: 'idea',
      score: {
        printed: '70.75',
        criteria: [
          { criterionId: 'moi', printed: '10.50' },
          { criterionId: 'loi', printed: '60.25' },
        ],
      },
      rank: 2,
      ranked: 3,
    });
    expect(shareOf('none')).toEqual({ entryId: 'none', trackId: 'idea', ranked: 3 });
  });

  test('names no judge', () => {
    expect(JSON.stringify({ shares, averages })).not.toContain('J1');
  });
});

describe('the average of a track', () => {
  test('is over its scored entries, exact and rounded once; two would tell each other’s', () => {
    expect(averages).toEqual([
      {
        trackId: 'idea',
        // (70.75 + 80 + 46.5) / 3, (10.5 + 20 + 5) / 3, (60.25 + 60 + 41.5) / 3
        printed: '65.75',
        criteria: [
          { criterionId: 'moi', printed: '11.83' },
          { criterionId: 'loi', printed: '53.92' },
        ],
      },
    ]);
  });
});

describe('components', () => {
  const name = { vi: 'Tên', en: 'Name' };
  const rubric = {
    ...pointsRubric({ moi: 20, loi: 50 }),
    given: [{ id: 'cong', name, maxPoints: 1000, step: 50 }],
    vote: { id: 'phieu', name, maxPoints: 2000, decimals: 1 },
  };
  const given = (entryId: string, cong: number, votes: number) => ({
    entryId,
    trackId: 'idea',
    given: { points: { cong }, votes },
  });
  const told = sharesOf({
    rankings: [
      rankRound({
        rules: plainRules,
        rubric,
        entries: [given('a', 150, 333), given('b', 0, 1000), given('c', 1000, 0)],
        sheets: ['a', 'b', 'c'].map((id) => submitted(id, 'J1', { moi: 10, loi: 40.5 })),
        decisions: {},
      }),
    ],
  });
  const [share] = told.shares;

  test('stand beside the criteria, and the total is the published one', () => {
    const criteria = [
      { criterionId: 'moi', printed: '10.00' },
      { criterionId: 'loi', printed: '40.50' },
    ];
    const score = {
      printed: '58.70',
      criteria,
      components: [
        { componentId: 'cong', printed: '1.50' },
        { componentId: 'phieu', printed: '6.7' },
      ],
    };
    expect(share?.score).toEqual(score);
    // (58.7 + 70.5 + 60.5) / 3; (1.5 + 0 + 10) / 3; (6.7 + 20 + 0) / 3
    const components = [
      { componentId: 'cong', printed: '3.83' },
      { componentId: 'phieu', printed: '8.90' },
    ];
    expect(told.averages).toEqual([{ trackId: 'idea', printed: '63.23', criteria, components }]);
  });

  test('are told with the criteria alone', () => {
    const facts = { roundId: 'so-khao', share, averages: told.averages, comments: [] };
    const gives = { rank: false, comments: false };
    expect(roundFeedback({ ...gives, scores: 'criteria' }, facts)).toMatchObject({
      total: '58.70',
      averageTotal: '63.23',
      components: [
        { componentId: 'cong', points: '1.50', average: '3.83' },
        { componentId: 'phieu', points: '6.7', average: '8.90' },
      ],
    });
    expect(roundFeedback({ ...gives, scores: 'total' }, facts)).toEqual({
      roundId: 'so-khao',
      total: '58.70',
      averageTotal: '63.23',
      criteria: [],
      comments: [],
    });
  });
});

describe('what the rules give back', () => {
  const facts = {
    roundId: 'so-khao',
    share: shareOf('a'),
    averages,
    comments: ['Tốt', 'Cần vốn'],
  };
  const everything = { scores: 'criteria', rank: true, comments: true } as const;
  const nothing = { scores: 'none', rank: false, comments: false } as const;

  test('unless told: means and comments, no place', () => {
    expect(feedbackOf({})).toEqual({ scores: 'criteria', rank: false, comments: true });
    expect(feedbackOf({ feedback: everything })).toEqual(everything);
  });

  test('may be all, with comments in the order of their letters', () => {
    expect(roundFeedback(everything, facts)).toEqual({
      roundId: 'so-khao',
      total: '70.75',
      averageTotal: '65.75',
      criteria: [
        { criterionId: 'moi', mean: '10.50', average: '11.83' },
        { criterionId: 'loi', mean: '60.25', average: '53.92' },
      ],
      rank: 2,
      ranked: 3,
      comments: ['Cần vốn', 'Tốt'],
    });
  });

  test('may be one thing alone', () => {
    const only = (changes: object) => roundFeedback({ ...nothing, ...changes }, facts);
    const bare = { roundId: 'so-khao', criteria: [], comments: [] };
    expect(only({ scores: 'total' })).toEqual({ ...bare, total: '70.75', averageTotal: '65.75' });
    expect(only({ rank: true })).toEqual({ ...bare, rank: 2, ranked: 3 });
    expect(only({ comments: true })).toEqual({ ...bare, comments: ['Cần vốn', 'Tốt'] });
    expect(only({})).toEqual(bare);
  });

  test('has no average where there is none, and nothing of an entry that nobody scored', () => {
    expect(roundFeedback(everything, { ...facts, share: shareOf('d') })).toEqual({
      roundId: 'so-khao',
      total: '14.00',
      criteria: [
        { criterionId: 'moi', mean: '7.00' },
        { criterionId: 'loi', mean: '7.00' },
      ],
      rank: 2,
      ranked: 2,
      comments: ['Cần vốn', 'Tốt'],
    });
    expect(roundFeedback(everything, { ...facts, share: shareOf('none'), comments: [] })).toEqual({
      roundId: 'so-khao',
      criteria: [],
      comments: [],
    });
  });

  test('is something unless all of it is off', () => {
    expect([{}, { feedback: nothing }].map(givesFeedback)).toEqual([true, false]);
    const ways = [{ scores: 'total' as const }, { rank: true }, { comments: true }];
    expect(ways.map((way) => givesFeedback({ feedback: { ...nothing, ...way } }))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
