import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentErrors, dateErrors } from '../../lib/contest/content-errors.ts';
import { foldForUniqueness } from '../../lib/contest/fold.ts';
import { memberErrors } from '../../lib/contest/members.ts';
import { normaliseText } from '../../lib/contest/plain-text.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { contentWith } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { vietnameseText } from '../support/vietnamese-text.ts';

const plan = examplePlan();

test('every part of the content is looked at, all at once', () => {
  const name = { vi: 'Câu hỏi', en: 'Question' };
  const asking: Plan = {
    ...plan,
    applicantKinds: ['enterprise'],
    questions: [{ id: 'van-de', name, required: true, kind: 'text' }],
  };
  const { applicant } = contentWith();
  const content = contentWith({
    trackId: 'x',
    fieldId: 'y',
    applicant: { ...applicant!, taxCode: '051090000001' },
    members: [
      { name: 'A', role: 'lead' },
      { name: 'a', role: 'lead' },
    ],
    answers: { 'van-de': ['a'], khac: 'b' },
    links: [{ kind: 'thuyet-minh', url: 'https://youtu.be/x' }],
    consents: [
      { purpose: 'to-chuc', version: '2022-05-19' },
      { purpose: 'z', version: '2022-05-20' },
    ],
  });
  expect(contentErrors(asking, content)).toEqual([
    { pointer: '/trackId', code: 'not-allowed' },
    { pointer: '/fieldId', code: 'not-allowed' },
    { pointer: '/applicant/kind', code: 'not-allowed' },
    { pointer: '/members/1', code: 'several-leads' },
    { pointer: '/members/1', code: 'repeated' },
    { pointer: '/answers/van-de', code: 'not-allowed' },
    { pointer: '/answers/khac', code: 'not-allowed' },
    { pointer: '/links/0/kind', code: 'not-allowed' },
    { pointer: '/consents/0/version', code: 'outdated' },
    { pointer: '/consents/1/purpose', code: 'not-allowed' },
  ]);
  expect(contentErrors(plan, contentWith())).toEqual([]);
});

describe('dates that cannot be true', () => {
  /** 00:30 on 16 June in Vietnam, when it is still the 15th in UTC. */
  const now = '2022-06-15T17:30:00.000Z';
  const born = (birthDate: string) =>
    dateErrors(plan, contentWith({ members: [{ name: 'A', role: 'lead', birthDate }] }), now);
  const registered = (registeredOn: string) => {
    const { applicant } = contentWith();
    return dateErrors(plan, contentWith({ applicant: { ...applicant!, registeredOn } }), now);
  };

  test('a birth that is still to come by the clocks of the edition, or was 120 years ago', () => {
    const pointer = '/members/0/birthDate';
    expect(born('2022-06-16')).toEqual([]);
    expect(born('2022-06-17')).toEqual([{ pointer, code: 'out-of-range', limit: '2022-06-16' }]);
    expect(born('1902-06-16')).toEqual([]);
    expect(born('1902-06-15')).toEqual([{ pointer, code: 'out-of-range', limit: '1902-06-16' }]);
  });

  test('a registration that is still to come; none is too old to be true', () => {
    const pointer = '/applicant/registeredOn';
    expect(registered('2022-06-16')).toEqual([]);
    expect(registered('2022-06-17')).toEqual([
      { pointer, code: 'out-of-range', limit: '2022-06-16' },
    ]);
    expect(registered('1858-09-01')).toEqual([]);
  });

  test('not those that are not there', () => {
    expect(dateErrors(plan, contentWith(), now)).toEqual([]);
  });
});

describe('P23: Vietnamese text is one text, composed or not', () => {
  const runs = { numRuns: 5000 };

  test('as it is kept, and as a title that stands once', () => {
    fc.assert(
      fc.property(vietnameseText, (title) => {
        const kept = ['NFC', 'NFD'].map((form) =>
          normaliseText(title.normalize(form), { multiline: false }),
        );
        expect(kept[0]).toBe(kept[1]);
        expect(foldForUniqueness(title.normalize('NFD'))).toBe(foldForUniqueness(kept[0]!));
      }),
      runs,
    );
  });

  test('as the name of a member', () => {
    fc.assert(
      fc.property(vietnameseText, (name) => {
        const members = [
          { name: name.normalize('NFC'), role: 'lead' as const },
          { name: name.normalize('NFD'), role: 'member' as const },
        ];
        expect(memberErrors(plan, members)).toEqual([{ pointer: '/members/1', code: 'repeated' }]);
      }),
      runs,
    );
  });
});
