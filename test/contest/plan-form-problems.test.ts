import { describe, expect, test } from 'vitest';
import type { Plan, Question } from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();
const name = { vi: 'Tên', en: 'Name' };
const option = (id: string) => ({ id, name });
const text = (id: string, changes: Partial<Question> = {}): Question => ({
  id,
  name,
  required: true,
  kind: 'text',
  ...changes,
});
const choice = (id: string, changes: Partial<Question> = {}): Question =>
  text(id, { kind: 'choice', options: [option('co'), option('khong')], ...changes });
const told = (changes: Partial<Plan>) =>
  planProblems({ ...plan, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`);
const problemsOf = (...questions: Question[]) => told({ questions });

test('a form in order', () => {
  const when = { question: 'a', is: ['co', 'khong'] };
  const form = [
    choice('a'),
    text('b', { when, maxWords: 100, tracks: ['du-an'] }),
    choice('c', { kind: 'choices', when: { question: 'a', is: ['co'] } }),
    text('d', { when: { question: 'c', is: ['co'] } }),
  ];
  expect(problemsOf(...form)).toEqual([]);
});

describe('a question', () => {
  test('has an id of its own, options and tracks that differ, and tracks that are there', () => {
    const two = [option('co'), option('co')];
    const tracks = ['du-an', 'du-an', 'khac'];
    expect(
      problemsOf(
        choice('a', { options: two }),
        text('a', { tracks }),
        text('b', { when: { question: 'a', is: ['co', 'co'] } }),
      ),
    ).toEqual([
      '/questions/1/id repeated',
      '/questions/0/options/1/id repeated',
      '/questions/2/when/is/1 repeated',
      '/questions/1/tracks/1 repeated',
      '/questions/1/tracks/2 unknown-reference',
    ]);
  });

  test.each(['choice', 'choices'] as const)('of the kind %s has options, and no words', (kind) => {
    expect(problemsOf(text('a', { kind, maxWords: 5 }))).toEqual([
      '/questions/0/options required',
      '/questions/0/maxWords not-allowed',
    ]);
  });

  test('of the kind text has no options', () => {
    expect(problemsOf(text('a', { options: [option('co')] }))).toEqual([
      '/questions/0/options not-allowed',
    ]);
  });
});

describe('what a question depends on', () => {
  const unknown = (at: number) => [`/questions/${at}/when/question unknown-reference`];
  const dependsOn = (question: string, is = ['co']) => ({ when: { question, is } });

  test('is there, and before it', () => {
    expect(problemsOf(text('b', dependsOn('a')))).toEqual(unknown(0));
    expect(problemsOf(text('b', dependsOn('a')), choice('a'))).toEqual(unknown(0));
    expect(problemsOf(choice('a', dependsOn('a')))).toEqual(unknown(0));
    expect(problemsOf(choice('a'), text('b', dependsOn('a')))).toEqual([]);
  });

  test('has options', () => {
    expect(problemsOf(text('a'), text('b', dependsOn('a')))).toEqual(unknown(1));
  });

  test('is put to all its tracks', () => {
    const only = (...tracks: string[]) => ({ tracks });
    const of = (one: object, other: object) =>
      problemsOf(choice('a', one), text('b', { ...dependsOn('a'), ...other }));
    expect(of(only('du-an'), {})).toEqual(unknown(1));
    expect(of(only('du-an'), only('y-tuong'))).toEqual(unknown(1));
    expect(of(only('du-an'), only('y-tuong', 'du-an'))).toEqual(unknown(1));
    expect(of(only('du-an'), only('du-an'))).toEqual([]);
    expect(of(only('y-tuong', 'du-an'), {})).toEqual([]);
    expect(of({}, only('du-an'))).toEqual([]);
  });

  test('has the options that are named', () => {
    expect(problemsOf(choice('a'), text('b', dependsOn('a', ['x', 'co', 'y'])))).toEqual([
      '/questions/1/when/is/0 unknown-reference',
      '/questions/1/when/is/2 unknown-reference',
    ]);
  });
});

describe('documents', () => {
  const [first] = plan.documents;
  const document = (changes: object) => told({ documents: [{ ...first!, ...changes }] });

  test('are handed in as files, or links, or either', () => {
    const linkHosts = ['youtu.be'];
    expect(document({ contentTypes: [] })).toEqual(['/documents/0/contentTypes required']);
    expect(document({ contentTypes: [], linkHosts })).toEqual([]);
    expect(document({ linkHosts })).toEqual([]);
  });

  test('that may be links need no room for files', () => {
    const of = (changes: object) =>
      told({
        documents: [1, 2].map((at) => ({ ...first!, kind: `d-${at}`, required: true, ...changes })),
        limits: { ...plan.limits, filesPerEntry: 1 },
      });
    expect(of({})).toEqual(['/limits/filesPerEntry below-minimum']);
    expect(of({ linkHosts: ['youtu.be'] })).toEqual([]);
  });
});

test('a team may have two people', () => {
  const limits = { ...plan.limits, teamSize: 1 };
  expect(told({ limits })).toEqual(['/limits/teamSize below-minimum']);
  expect(told({ limits, applicantKinds: ['individual', 'enterprise'] })).toEqual([]);
});

test('whoever is refused at screening is told a reason', () => {
  expect(planProblems({ ...plan, screening: { people: 1, reasons: [] } })).toEqual([
    { pointer: '/screening/reasons', code: 'below-minimum', limit: 1 },
  ]);
});

describe('reminders', () => {
  const reminded = (open: string, ...remindDaysBefore: number[]) =>
    planProblems({
      ...plan,
      dates: { ...plan.dates, submissionsOpenAt: open, submissionsCloseAt: '2022-07-31T17:00' },
      mail: { ...plan.mail, remindDaysBefore },
    });
  const above = (at: number, limit: number) => ({
    pointer: `/mail/remindDaysBefore/${at}`,
    code: 'above-maximum',
    limit,
  });

  test('come while submissions are open', () => {
    expect(reminded('2022-07-21T17:00', 10, 1)).toEqual([]);
    expect(reminded('2022-07-21T17:00', 11, 1, 60)).toEqual([above(0, 10), above(2, 10)]);
    expect(reminded('2022-07-21T17:00:01', 10)).toEqual([above(0, 9)]);
    expect(reminded('2022-07-31T08:00', 1)).toEqual([above(0, 0)]);
  });

  test('are not judged by a window that is none', () => {
    const outOfOrder = { pointer: '/dates/submissionsCloseAt', code: 'out-of-order' };
    expect(reminded('2022-08-01T08:00', 1)).toEqual([outOfOrder]);
    expect(reminded('2022-02-30T08:00', 1)).toEqual([
      { pointer: '/dates/submissionsOpenAt', code: 'invalid-date' },
    ]);
  });
});

test('the first day of guardians is on the calendar', () => {
  const limits = { ...plan.limits, guardianBelow: { years: 18, on: '2022-02-29' } };
  expect(told({ limits })).toEqual(['/limits/guardianBelow/on invalid-date']);
});
