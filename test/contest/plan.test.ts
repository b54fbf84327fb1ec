import { describe, expect, test } from 'vitest';
import {
  documentsFor,
  type Plan,
  roundBefore,
  roundOf,
  rubricFor,
} from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import { planFromWire, planToWire } from '../../lib/contest/plan-wire.ts';
import { shiftPlan } from '../../lib/contest/shift-plan.ts';
import { isOpenAt, submissionWindow } from '../../lib/contest/submission-window.ts';
import { examplePlan, exampleWirePlan } from '../support/example-plan.ts';

describe('reading a plan', () => {
  const plan = examplePlan();
  test('a round by its id, and the one before it', () => {
    expect(roundOf(plan, 'chung-ket')).toBe(plan.rounds[1]);
    expect(roundOf(plan, 'ban-ket')).toBeUndefined();
    expect(roundBefore(plan, 'chung-ket')).toBe(plan.rounds[0]);
    expect(roundBefore(plan, 'so-khao')).toBeUndefined();
    expect(roundBefore(plan, 'ban-ket')).toBeUndefined();
  });
  test('the rubric and the documents of a track', () => {
    const [round] = plan.rounds;
    const [held] = round!.rubrics;
    const two = {
      ...round!,
      rubrics: [
        { tracks: ['du-an'], rubric: { mode: 'points', criteria: [] } as const },
        { tracks: ['y-tuong'], rubric: held!.rubric },
      ],
    };
    expect(rubricFor(round!, 'du-an')).toBe(held!.rubric);
    expect(rubricFor(two, 'y-tuong')).toBe(held!.rubric);
    expect(rubricFor(two, 'du-an')).toBe(two.rubrics[0]!.rubric);
    expect(rubricFor(two, 'khac')).toBeUndefined();
    const documents = plan.documents.map((document) =>
      document.kind === 'minh-chung' ? { ...document, tracks: ['du-an'] } : document,
    );
    const kinds = (trackId: string) =>
      documentsFor({ ...plan, documents }, trackId).map(({ kind }) => kind);
    expect(kinds('y-tuong')).toEqual(['thuyet-minh', 'trinh-chieu']);
    expect(kinds('du-an')).toEqual(['thuyet-minh', 'trinh-chieu', 'minh-chung']);
  });
});

describe('the written form', () => {
  test('has decimal strings where the plan has hundredths, and nothing else differs', () => {
    const plan = examplePlan();
    const criterion = plan.rounds[0]!.rubrics[0]!.rubric.criteria[0]!;
    expect([criterion.maxPoints, criterion.step]).toEqual([2000, 50]);
    expect(planToWire(plan)).toEqual(exampleWirePlan());
    expect(planFromWire(planToWire(plan))).toEqual(plan);
  });
  test('weights stay basis points, coefficients and the scale are decimals', () => {
    const wire = exampleWirePlan();
    const one = { id: 'a', name: { vi: 'a', en: 'a' }, maxPoints: '5', step: '1' };
    wire.rounds[0] = {
      ...wire.rounds[0]!,
      scale: '52.5',
      rubrics: [
        {
          tracks: ['y-tuong'],
          rubric: { mode: 'weighted', criteria: [{ ...one, weight: 10_000 }] },
        },
        {
          tracks: ['du-an'],
          rubric: {
            mode: 'coefficient',
            criteria: [
              { ...one, coefficient: '10.5' },
              { ...one, id: 'b', coefficient: '-1.6' },
            ],
          },
        },
      ],
    };
    const { scale, rubrics } = planFromWire(wire).rounds[0]!;
    const plain = { id: 'a', name: { vi: 'a', en: 'a' }, maxPoints: 500, step: 100 };
    expect(scale).toBe(5250);
    expect(rubrics).toEqual([
      {
        tracks: ['y-tuong'],
        rubric: { mode: 'weighted', criteria: [{ ...plain, weight: 10_000 }] },
      },
      {
        tracks: ['du-an'],
        rubric: {
          mode: 'coefficient',
          criteria: [
            { ...plain, coefficient: 1050 },
            { ...plain, id: 'b', coefficient: -160 },
          ],
        },
      },
    ]);
    expect(planToWire(planFromWire(wire))).toEqual(wire);
  });
  test('that is no number of points is a fault', () => {
    const wire = exampleWirePlan();
    wire.rounds[0]!.rubrics[0]!.rubric.criteria[0]!.step = '0,5';
    expect(() => planFromWire(wire)).toThrow(RangeError);
  });
});

describe('when entries may be handed in', () => {
  const window = submissionWindow(examplePlan());
  test('is half-open', () => {
    expect(window).toEqual({
      opensAt: '2022-05-20T01:00:00.000Z',
      closesAt: '2022-07-31T10:00:00.000Z',
    });
    expect(isOpenAt(window, '2022-05-20T00:59:59.999Z')).toBe(false);
    expect(isOpenAt(window, '2022-05-20T01:00:00.000Z')).toBe(true);
    expect(isOpenAt(window, '2022-07-31T09:59:59.999Z')).toBe(true);
    expect(isOpenAt(window, '2022-07-31T10:00:00.000Z')).toBe(false);
    expect(isOpenAt(window, '2022-07-31T10:00:00Z')).toBe(false);
  });
});

describe('a cloned plan', () => {
  const plan = examplePlan();
  test('has every date as many days later, at its own time, and is in order', () => {
    const later = shiftPlan(plan, '2027-07-31T17:00');
    expect(later.dates).toEqual({
      submissionsOpenAt: '2027-05-20T08:00',
      submissionsCloseAt: '2027-07-31T17:00',
      screeningBy: '2027-08-10',
      announcementOn: '2027-09-30',
    });
    expect(later.rounds.map(({ closesAt }) => closesAt)).toEqual([
      '2027-08-25T17:00',
      '2027-09-20T17:00',
    ]);
    expect(later.limits.enterpriseAge).toEqual({ years: 5, on: '2027-07-31' });
    expect(planProblems(later)).toEqual([]);
    expect(shiftPlan(later, '2022-07-31T17:00')).toEqual(plan);
  });
  test('closes exactly when told, even at another time of day', () => {
    const { dates, rounds } = shiftPlan(plan, '2026-12-01T16:30');
    expect(dates.submissionsCloseAt).toBe('2026-12-01T16:30');
    expect(dates.submissionsOpenAt).toBe('2026-09-20T08:00');
    expect(rounds[0]?.closesAt).toBe('2026-12-26T17:00');
  });
  test('keeps the date of the signed rules and whatever is no date', () => {
    const { dates: _, rounds: __, limits: ___, ...rest } = shiftPlan(plan, '2027-07-31T17:00');
    const { dates, rounds, limits, ...before } = plan;
    expect(rest).toEqual(before);
  });
  test('without the dates that need not be there has none either', () => {
    const { screeningBy, announcementOn, ...dates } = plan.dates;
    const { enterpriseAge, ...limits } = plan.limits;
    const bare: Plan = { ...plan, dates, limits };
    expect(shiftPlan(bare, '2022-08-01T17:00').limits).toEqual(limits);
    expect(Object.keys(shiftPlan(bare, '2022-08-01T17:00').dates)).toEqual([
      'submissionsOpenAt',
      'submissionsCloseAt',
    ]);
  });
});
