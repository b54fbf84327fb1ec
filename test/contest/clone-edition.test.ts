import { describe, expect, test } from 'vitest';
import { type CloneWish, cloneEdition } from '../../lib/contest/clone-edition.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { setUpEdition } from '../../lib/contest/plan-change.ts';
import { shiftPlan } from '../../lib/contest/shift-plan.ts';
import { inTime } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const last = examplePlan();
const wish: CloneWish = {
  editionId: 'kon-tum-2023',
  name: { vi: 'Cuộc thi 2023', en: 'Contest 2023' },
  codePrefix: 'KT23',
  rules: { documentNumber: '50/QĐ-BTC', issuedOn: '2023-05-15' },
  submissionsCloseAt: '2023-07-30T16:30',
  by: 'lan',
};
const clone = (changes: Partial<CloneWish> = {}, from = last) =>
  cloneEdition(from, { ...wish, ...changes }, inTime);
const refusedAs = (pointer: string, code: string) => ({
  code: 'validation-failed',
  errors: [{ pointer, code }],
});

describe('a cloned edition', () => {
  const { name, codePrefix, rules } = wish;
  const plan: Plan = { ...shiftPlan(last, wish.submissionsCloseAt), name, codePrefix, rules };

  test('is what its plan would have made of it, with all dates moved', () => {
    const { editionId, by } = wish;
    expect(clone()).toEqual(setUpEdition({ editionId, plan, by }, inTime));
    expect(clone().plan).toMatchObject({
      planVersion: 1,
      reason: '',
      documentNumber: '50/QĐ-BTC',
      plan: { dates: { submissionsOpenAt: '2023-05-19T08:00', announcementOn: '2023-09-29' } },
    });
  });

  test('keeps the versions of the consent texts unless a new one is given, for all', () => {
    expect(clone().plan.plan.consents).toEqual(last.consents);
    const version = '2023-05-15';
    expect(clone({ consentVersion: version }).plan.plan.consents).toEqual(
      last.consents.map((consent) => ({ ...consent, version })),
    );
  });

  test('may lie in the past, as any edition that is set up', () => {
    expect(clone({ submissionsCloseAt: '2021-07-31T17:00' }).edition.closesAt).toBe(
      '2021-07-31T10:00:00.000Z',
    );
  });
});

describe('what is wrong is told', () => {
  test('at the field of the body', () => {
    const rules = { documentNumber: '1', issuedOn: '2023-02-30' };
    expect(refusalOf(() => clone({ rules }))).toEqual(refusedAs('/rules/issuedOn', 'invalid-date'));
    const closeAt = '2024-03-31T02:30';
    const inParis = { ...last, timeZone: 'Europe/Paris' };
    expect(refusalOf(() => clone({ submissionsCloseAt: closeAt }, inParis))).toEqual(
      refusedAs('/submissionsCloseAt', 'no-such-local-time'),
    );
  });

  test('or at a place of the plan that would have come of it', () => {
    const [first, ...others] = last.rounds;
    const sameDay = { ...first!, closesAt: '2022-07-31T18:00' };
    const { screeningBy, ...dates } = last.dates;
    const tight: Plan = { ...last, dates, rounds: [sameDay, ...others] };
    const at = (time: string) => clone({ submissionsCloseAt: `2023-07-31T${time}` }, tight);
    expect(at('18:00').edition.closesAt).toBe('2023-07-31T11:00:00.000Z');
    expect(refusalOf(() => at('18:01'))).toEqual(
      refusedAs('/plan/rounds/0/closesAt', 'out-of-order'),
    );
  });

  test('where a date leaves the calendar', () => {
    expect(refusalOf(() => clone({ submissionsCloseAt: '9998-12-31T17:00' }))).toMatchObject({
      code: 'validation-failed',
      errors: [
        { pointer: '/plan/rounds/0/closesAt', code: 'invalid-date' },
        { pointer: '/plan/rounds/1/closesAt', code: 'invalid-date' },
      ],
    });
  });
});
