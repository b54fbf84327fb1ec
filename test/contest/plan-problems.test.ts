import { describe, expect, test } from 'vitest';
import type { Plan } from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { examplePlan } from '../support/example-plan.ts';

/** The plan as an object whose parts a test may set. */
type Open<T> = T extends readonly (infer E)[]
  ? Open<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Open<T[K]> }
    : T;

const name = { vi: 'Tên', en: 'Name' };

const problemsOf = (change: (plan: Open<Plan>) => void) => {
  const plan = structuredClone(examplePlan()) as Open<Plan>;
  change(plan);
  return planProblems(plan);
};

const withRubric = (rubric: Rubric, scale?: number) =>
  problemsOf(({ rounds: [round] }) => {
    round!.rubrics = [{ rubric: rubric as Open<Rubric> }];
    round!.rules.tieBreak = [];
    if (scale !== undefined) round!.scale = scale;
  });

test('the example has none', () => {
  expect(planProblems(examplePlan())).toEqual([]);
});

describe('dates', () => {
  test('on the calendar, each of them', () => {
    expect(
      problemsOf((plan) => {
        plan.rules.issuedOn = '2022-02-30';
        plan.dates.screeningBy = '10/8/2022';
        plan.limits.enterpriseAge = { years: 5, on: '2022-06-31' };
        plan.rounds[1]!.closesAt = '2022-09-31T17:00';
      }),
    ).toEqual([
      { pointer: '/rounds/1/closesAt', code: 'invalid-date' },
      { pointer: '/rules/issuedOn', code: 'invalid-date' },
      { pointer: '/limits/enterpriseAge/on', code: 'invalid-date' },
      { pointer: '/dates/screeningBy', code: 'invalid-date' },
    ]);
  });
  test('in a known zone, at times that its clocks show', () => {
    expect(
      problemsOf((plan) => {
        plan.timeZone = 'Asia/Kon_Tum';
      }),
    ).toEqual([{ pointer: '/timeZone', code: 'unknown-time-zone' }]);
    expect(
      problemsOf((plan) => {
        plan.timeZone = 'America/New_York';
        plan.dates.submissionsOpenAt = '2022-03-13T02:30';
      }),
    ).toEqual([{ pointer: '/dates/submissionsOpenAt', code: 'no-such-local-time' }]);
  });
  test('open before they close', () => {
    const closing = (at: string) =>
      problemsOf((plan) => {
        plan.mail.remindDaysBefore = [];
        plan.dates.submissionsCloseAt = at;
      });
    const outOfOrder = [{ pointer: '/dates/submissionsCloseAt', code: 'out-of-order' }];
    expect(closing('2022-05-20T08:00')).toEqual(outOfOrder);
    expect(closing('2022-05-20T08:00:00')).toEqual(outOfOrder);
    expect(closing('2022-05-20T08:00:01')).toEqual([]);
  });
  test('rounds close one after the other', () => {
    const rounds = (first: string, second: string) =>
      problemsOf((plan) => {
        plan.rounds[0]!.closesAt = first;
        plan.rounds[1]!.closesAt = second;
        plan.dates.screeningBy = '2022-07-31';
      });
    expect(rounds('2022-07-31T17:00', '2022-07-31T17:00:00')).toEqual([]);
    expect(rounds('2022-07-31T16:59:59', '2022-07-31T16:00')).toEqual([
      { pointer: '/rounds/0/closesAt', code: 'out-of-order' },
      { pointer: '/rounds/1/closesAt', code: 'out-of-order' },
    ]);
    expect(rounds('2022-08-31T17:00', '2022-08-31T16:59')).toEqual([
      { pointer: '/rounds/1/closesAt', code: 'out-of-order' },
    ]);
  });
  test('screening lies between the close and the first round', () => {
    const screening = (by: string) =>
      problemsOf((plan) => {
        plan.dates.screeningBy = by;
      });
    const outOfOrder = [{ pointer: '/dates/screeningBy', code: 'out-of-order' }];
    expect(screening('2022-07-30')).toEqual(outOfOrder);
    expect(screening('2022-07-31')).toEqual([]);
    expect(screening('2022-08-25')).toEqual([]);
    expect(screening('2022-08-26')).toEqual(outOfOrder);
  });
  test('the announcement is not before the last round', () => {
    const announced = (on: string) =>
      problemsOf((plan) => {
        plan.dates.announcementOn = on;
      });
    expect(announced('2022-09-20')).toEqual([]);
    expect(announced('2022-09-19')).toEqual([
      { pointer: '/dates/announcementOn', code: 'out-of-order' },
    ]);
  });
});

describe('ids and references', () => {
  test('every list has different members', () => {
    expect(
      problemsOf((plan) => {
        plan.tracks.push({ id: 'y-tuong', name });
        plan.fields.push({ id: 'cntt', name }, { id: 'cntt', name });
        plan.applicantKinds.push('team');
        plan.documents[0]!.contentTypes.push('application/pdf');
        plan.documents[0]!.tracks = ['du-an', 'du-an'];
        plan.documents[2]!.kind = 'trinh-chieu';
        plan.limits.unique = ['title', 'taxCode', 'title'];
        plan.documents[1]!.linkHosts = ['youtu.be', 'vimeo.com', 'youtu.be'];
        plan.screening.reasons.push({ id: 'sai-doi-tuong', name });
        plan.mail.review = ['receipt', 'receipt'];
        plan.mail.remindDaysBefore = [7, 1, 7];
        plan.mail.remindJudgesDaysBefore = [3, 3];
        plan.consents[1]!.purpose = 'to-chuc';
        plan.rounds[1]!.id = 'so-khao';
        plan.rounds[0]!.rubrics[0]!.rubric.criteria[6]!.id = 'nguon-luc';
        plan.rounds[0]!.rubrics[0]!.tracks = ['y-tuong', 'du-an', 'y-tuong'];
        plan.prizes[3]!.id = 'nhat';
      }),
    ).toEqual(
      [
        '/tracks/2/id',
        '/fields/5/id',
        '/fields/6/id',
        '/applicantKinds/5',
        '/limits/unique/2',
        '/documents/2/kind',
        '/documents/0/contentTypes/2',
        '/documents/1/linkHosts/2',
        '/documents/0/tracks/1',
        '/rounds/0/rubrics/0/tracks/2',
        '/consents/1/purpose',
        `/screening/reasons/${examplePlan().screening.reasons.length}/id`,
        '/mail/review/1',
        '/mail/remindDaysBefore/2',
        '/mail/remindJudgesDaysBefore/1',
        '/rounds/1/id',
        '/rounds/0/rubrics/0/rubric/criteria/6/id',
        '/prizes/3/id',
      ].map((pointer) => ({ pointer, code: 'repeated' })),
    );
  });
  test('the same criterion in two rounds is no repetition', () => {
    const ids = examplePlan().rounds.map(({ rubrics }) => rubrics[0]!.rubric.criteria[0]!.id);
    expect(ids).toEqual(['doi-moi', 'doi-moi']);
  });
  test('what is named is there', () => {
    expect(
      problemsOf((plan) => {
        plan.documents[1]!.tracks = ['du-an', 'khac'];
        plan.prizes[0]!.track = 'khac';
        plan.prizes[1]!.track = 'du-an';
        plan.rounds[0]!.rubrics[0]!.tracks = ['y-tuong', 'du-an', 'khac'];
        plan.rounds[1]!.rules.tieBreak = [
          { kind: 'criterion', criterionId: 'nhu-cau' },
          { kind: 'criterion', criterionId: 'doi-moi' },
        ];
      }),
    ).toEqual(
      [
        '/documents/1/tracks/1',
        '/rounds/0/rubrics/0/tracks/2',
        '/prizes/0/track',
        '/rounds/1/rules/tieBreak/0/criterionId',
      ].map((pointer) => ({ pointer, code: 'unknown-reference' })),
    );
  });
  test('a criterion of the tie-break is in every rubric of its round', () => {
    const problems = problemsOf((plan) => {
      const [round] = plan.rounds;
      const { rubric } = round!.rubrics[0]!;
      const renamed = structuredClone(rubric);
      renamed.criteria[0]!.id = 'khac';
      round!.rubrics = [
        { tracks: ['y-tuong'], rubric },
        { tracks: ['du-an'], rubric: renamed },
      ];
    });
    expect(problems).toEqual([
      { pointer: '/rounds/0/rules/tieBreak/0/criterionId', code: 'unknown-reference' },
    ]);
  });
});

describe('rubrics', () => {
  const criterion = (id: string, maxPoints: number, step = 50) => ({ id, name, maxPoints, step });

  test('one for each track', () => {
    const rubrics = (...tracks: (string[] | undefined)[]) =>
      problemsOf(({ rounds: [round] }) => {
        const { rubric } = round!.rubrics[0]!;
        round!.rubrics = tracks.map((of) =>
          of === undefined ? { rubric } : { tracks: of, rubric },
        );
      });
    expect(rubrics(['y-tuong'], ['du-an'])).toEqual([]);
    expect(rubrics(['du-an'])).toEqual([{ pointer: '/rounds/0/rubrics', code: 'rubric-missing' }]);
    expect(rubrics(undefined, ['du-an'])).toEqual([
      { pointer: '/rounds/0/rubrics/1', code: 'rubric-repeated' },
    ]);
    expect(rubrics(['y-tuong'], ['y-tuong'], undefined)).toEqual([
      { pointer: '/rounds/0/rubrics/1', code: 'rubric-repeated' },
      { pointer: '/rounds/0/rubrics/2', code: 'rubric-repeated' },
    ]);
  });
  test('points add up to the scale', () => {
    const rubric = (last: number): Rubric => ({
      mode: 'points',
      criteria: [criterion('a', 9000), criterion('b', last)],
    });
    const wrong = (limit: number) => [
      { pointer: '/rounds/0/rubrics/0/rubric/criteria', code: 'wrong-sum', limit },
    ];
    expect(withRubric(rubric(1000))).toEqual([]);
    expect(withRubric(rubric(1050))).toEqual(wrong(100));
    expect(withRubric(rubric(950))).toEqual(wrong(100));
    expect(withRubric(rubric(1000), 30_000)).toEqual(wrong(300));
    expect(withRubric(rubric(21_000), 30_000)).toEqual([]);
  });
  test('weights add up to ten thousand', () => {
    const rubric = (last: number): Rubric => ({
      mode: 'weighted',
      criteria: [
        { ...criterion('a', 1000), weight: 7500 },
        { ...criterion('b', 500), weight: last },
      ],
    });
    const wrong = [
      { pointer: '/rounds/0/rubrics/0/rubric/criteria', code: 'wrong-sum', limit: 10_000 },
    ];
    expect(withRubric(rubric(2500))).toEqual([]);
    expect(withRubric(rubric(2499))).toEqual(wrong);
    expect(withRubric(rubric(2501))).toEqual(wrong);
  });
  test('coefficients add up to the scale where one is given; deductions are no part of it', () => {
    const rubric: Rubric = {
      mode: 'coefficient',
      criteria: [
        { ...criterion('a', 500, 100), coefficient: 1600 },
        { ...criterion('b', 500, 100), coefficient: -100 },
      ],
    };
    expect(withRubric(rubric)).toEqual([]);
    expect(withRubric(rubric, 8000)).toEqual([]);
    expect(withRubric(rubric, 7500)).toEqual([
      { pointer: '/rounds/0/rubrics/0/rubric/criteria', code: 'wrong-sum', limit: 75 },
    ]);
  });
  test('steps divide their maxima', () => {
    const criteria = [
      criterion('a', 2000, 50),
      criterion('b', 1000, 300),
      criterion('c', 1000, 0),
      criterion('d', 1000, 2000),
      criterion('e', 5000, 5000),
    ];
    expect(withRubric({ mode: 'points', criteria })).toEqual(
      [1, 2, 3].map((at) => ({
        pointer: `/rounds/0/rubrics/0/rubric/criteria/${at}/step`,
        code: 'off-step',
      })),
    );
  });
});

describe('rules of a round', () => {
  test('only pitches have a time to speak in', () => {
    const timed = (at: number) =>
      problemsOf(({ rounds }) => {
        rounds[at]!.pitch = { presentMinutes: 10, questionMinutes: 5 };
      });
    expect(timed(0)).toEqual([{ pointer: '/rounds/0/pitch', code: 'not-together' }]);
    expect(timed(1)).toEqual([]);
  });
  test('only a round before another sends entries on', () => {
    expect(
      problemsOf(({ rounds }) => {
        rounds[1]!.rules.advance = { perTrack: 5 };
      }),
    ).toEqual([{ pointer: '/rounds/1/rules/advance', code: 'no-next-round' }]);
    expect(
      problemsOf(({ rounds }) => {
        rounds[0]!.rules.advance = { perTrack: 9 };
      }),
    ).toEqual([]);
  });
  test('no more sheets are needed than there are judges', () => {
    expect(
      problemsOf(({ rounds }) => {
        rounds[0]!.rules.minimumSheets = 4;
      }),
    ).toEqual([{ pointer: '/rounds/0/rules/minimumSheets', code: 'above-maximum', limit: 3 }]);
  });
  test('the minimum can be reached', () => {
    const minimum = (mean: string) =>
      problemsOf(({ rounds }) => {
        rounds[0]!.rules.minimumMean = mean;
      });
    expect(minimum('100')).toEqual([]);
    expect(minimum('100.01')).toEqual([
      { pointer: '/rounds/0/rules/minimumMean', code: 'above-maximum', limit: 100 },
    ]);
  });
  test('a trim has the judges it needs', () => {
    const trimmed = (judges: number, count: number) =>
      problemsOf(({ rounds: [round] }) => {
        round!.judgesPerEntry = judges;
        round!.rules.trim = { count, level: 'total' };
      });
    expect(trimmed(7, 1)).toEqual([]);
    expect(trimmed(7, 2)).toEqual([]);
    expect(trimmed(6, 1)).toEqual([
      { pointer: '/rounds/0/rules/trim', code: 'too-few-judges', limit: 7 },
    ]);
    expect(trimmed(8, 3)).toEqual([
      { pointer: '/rounds/0/rules/trim', code: 'too-few-judges', limit: 9 },
    ]);
  });
  test('criterion means are not rounded where sheets are trimmed by total', () => {
    const rounded = (level: 'total' | 'criterion') =>
      problemsOf(({ rounds: [round] }) => {
        round!.judgesPerEntry = 9;
        round!.rules.trim = { count: 1, level };
        round!.rules.roundCriterionMeans = 2;
      });
    expect(rounded('criterion')).toEqual([]);
    expect(rounded('total')).toEqual([
      { pointer: '/rounds/0/rules/roundCriterionMeans', code: 'not-together' },
    ]);
  });
  test('every step of the tie-break is reached', () => {
    const problems = problemsOf(({ rounds }) => {
      rounds[0]!.rules.tieBreak = [
        { kind: 'shared', upToRank: 3 },
        { kind: 'median' },
        { kind: 'shared' },
        { kind: 'chair' },
      ];
    });
    expect(problems).toEqual([{ pointer: '/rounds/0/rules/tieBreak/3', code: 'unreachable' }]);
  });
});

describe('limits and prizes', () => {
  test('a file fits into its entry, and so do all required ones', () => {
    expect(
      problemsOf((plan) => {
        plan.limits.bytesPerEntry = 20_000_000;
        plan.documents[0]!.maxBytes = 20_000_000;
        plan.documents[1]!.maxBytes = 20_000_001;
        plan.documents[2]!.maxBytes = 1;
        plan.documents[1]!.required = true;
        plan.limits.filesPerEntry = 1;
      }),
    ).toEqual([
      { pointer: '/documents/1/maxBytes', code: 'above-maximum', limit: 20_000_000 },
      { pointer: '/limits/filesPerEntry', code: 'below-minimum', limit: 2 },
    ]);
  });
  test('a file is no larger than the inspection can look at: 25 MiB, but for a video', () => {
    const most = 25 * 1_048_576;
    expect(
      problemsOf((plan) => {
        plan.documents[0]!.maxBytes = most;
        plan.documents[1]!.maxBytes = most + 1;
        plan.documents[2]!.maxBytes = most + 1;
        plan.documents[2]!.contentTypes = ['video/mp4'];
      }),
    ).toEqual([{ pointer: '/documents/1/maxBytes', code: 'above-maximum', limit: most }]);
  });
  test('documents of different tracks do not add up', () => {
    expect(
      problemsOf((plan) => {
        plan.documents[0]!.tracks = ['y-tuong'];
        plan.documents[1]!.tracks = ['du-an'];
        plan.documents[1]!.required = true;
        plan.limits.filesPerEntry = 1;
      }),
    ).toEqual([]);
  });
  test('prizes are whole numbers, of đồng too', () => {
    expect(
      problemsOf((plan) => {
        plan.prizes[0]!.quantity = 0;
        plan.prizes[1]!.quantity = 1.5;
        plan.prizes[2]!.amountVnd = -1;
        plan.prizes[3]!.amountVnd = 0;
      }),
    ).toEqual([
      { pointer: '/prizes/0/quantity', code: 'below-minimum', limit: 1 },
      { pointer: '/prizes/1/quantity', code: 'below-minimum', limit: 1 },
      { pointer: '/prizes/2/amountVnd', code: 'below-minimum', limit: 0 },
    ]);
  });
});

test('problems of all kinds are told at once', () => {
  const problems = problemsOf((plan) => {
    plan.timeZone = 'Nowhere';
    plan.dates.submissionsOpenAt = '2022-02-30T17:00';
    plan.rounds[1]!.closesAt = '2022-08-01T17:00';
    plan.prizes[0]!.track = 'khac';
    plan.rounds[0]!.rubrics[0]!.rubric.criteria[0]!.maxPoints = 2025;
  });
  expect(problems.map(({ code }) => code)).toEqual([
    'unknown-time-zone',
    'invalid-date',
    'out-of-order',
    'unknown-reference',
    'wrong-sum',
    'off-step',
  ]);
});
