import { describe, expect, test } from 'vitest';
import type { Plan } from '../../lib/contest/plan.ts';
import { changePlan, setUpEdition } from '../../lib/contest/plan-change.ts';
import { closesAt, editionWith, inTime, later, opensAt } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const by = 'organiser';
const broken: Plan = {
  ...plan,
  prizes: plan.prizes.map((one) => ({ ...one, quantity: 0 })).slice(0, 1),
};
const whyBroken = {
  code: 'validation-failed',
  errors: [{ pointer: '/plan/prizes/0/quantity', code: 'below-minimum', limit: 1 }],
};

describe('an edition is set up', () => {
  test('open, with its first plan version and a planned round for each of the plan', () => {
    const round = (roundId: string) => ({
      editionId: 'kon-tum-2022',
      roundId,
      state: 'planned',
      planVersion: 1,
      assignmentRevisions: [],
      version: 1,
    });
    expect(setUpEdition({ editionId: 'kon-tum-2022', plan, by }, inTime)).toEqual({
      edition: editionWith({ name: plan.name, createdAt: inTime }),
      plan: {
        planVersion: 1,
        plan,
        changedAt: inTime,
        changedBy: by,
        reason: '',
        documentNumber: '72/QĐ-BTC',
      },
      rounds: [round('so-khao'), round('chung-ket')],
    });
  });

  test('not with a plan that contradicts itself', () => {
    const wish = { editionId: 'a', plan: broken, by };
    expect(refusalOf(() => setUpEdition(wish, inTime))).toEqual(whyBroken);
  });
});

describe('a plan is changed', () => {
  const current = {
    planVersion: 1,
    plan,
    changedAt: inTime,
    changedBy: by,
    reason: '',
    documentNumber: '72/QĐ-BTC',
  };
  const edition = editionWith({ version: 4 });
  const decision = { reason: 'Gia hạn', documentNumber: '99/QĐ-BTC', by, basedOn: 4 };
  const closing = (submissionsCloseAt: string): Plan => ({
    ...plan,
    dates: { ...plan.dates, submissionsCloseAt },
  });
  const change = (to: Plan, now = inTime, from = edition) =>
    changePlan({ edition: from, current, rounds: [] }, { ...decision, plan: to }, now);

  test('by a new version that says who, when, why and by which decision', () => {
    const extended = closing('2022-08-05T17:00');
    expect(change(extended)).toEqual({
      edition: editionWith({
        name: plan.name,
        opensAt,
        closesAt: '2022-08-05T10:00:00.000Z',
        planVersion: 2,
        version: 5,
      }),
      plan: {
        planVersion: 2,
        plan: extended,
        changedAt: inTime,
        changedBy: by,
        reason: 'Gia hạn',
        documentNumber: '99/QĐ-BTC',
        changed: ['/dates/submissionsCloseAt'],
      },
    });
  });

  test('on the version it was based on', () => {
    for (const basedOn of [3, 5]) {
      const wish = { ...decision, plan, basedOn };
      expect(refusalOf(() => changePlan({ edition, current, rounds: [] }, wish, inTime))).toEqual({
        code: 'precondition-failed',
        currentVersion: 4,
      });
    }
  });

  test('of an edition that is there', () => {
    const wish = { ...decision, plan };
    expect(
      refusalOf(() => changePlan({ edition: undefined, current, rounds: [] }, wish, inTime)),
    ).toEqual({
      code: 'not-found',
    });
  });

  test('never so that the deadline would have passed already', () => {
    const past = {
      code: 'validation-failed',
      errors: [{ pointer: '/plan/dates/submissionsCloseAt', code: 'in-the-past' }],
    };
    const earlier = closing('2022-07-01T17:00');
    const then = '2022-07-01T10:00:00.000Z';
    expect(change(earlier, later(then, -1)).edition.closesAt).toBe(then);
    expect(refusalOf(() => change(earlier, then))).toEqual(past);
    expect(refusalOf(() => change(earlier, later(then, 1)))).toEqual(past);
  });

  test('never so that an opening that was reached would still have to come', () => {
    const opening = (submissionsOpenAt: string): Plan => ({
      ...plan,
      dates: { ...plan.dates, submissionsOpenAt },
    });
    const afresh = opening('2022-06-01T08:00');
    const then = '2022-06-01T01:00:00.000Z';
    const open = {
      code: 'validation-failed',
      errors: [{ pointer: '/plan/dates/submissionsOpenAt', code: 'already-open' }],
    };
    expect(change(afresh, later(opensAt, -1)).edition.opensAt).toBe(then);
    expect(refusalOf(() => change(afresh, opensAt))).toEqual(open);
    expect(refusalOf(() => change(afresh, later(then, -1)))).toEqual(open);
    expect(change(afresh, then).edition.opensAt).toBe(then);
    const earlier = opening('2022-05-19T08:00');
    expect(change(earlier, opensAt).edition.opensAt).toBe('2022-05-19T01:00:00.000Z');
  });

  test('after the deadline, as long as the deadline stays', () => {
    const frozen = editionWith({ phase: 'frozen', version: 4 });
    const now = later(closesAt, 86_400_000);
    const codes = { ...plan, codePrefix: 'KTM' };
    expect(change(codes, now, frozen).edition).toEqual({
      ...frozen,
      name: plan.name,
      planVersion: 2,
      version: 5,
    });
  });

  test('after the freeze, to a later deadline: submissions are open again', () => {
    const frozen = editionWith({ phase: 'frozen', version: 4 });
    const { edition: open } = change(
      closing('2022-08-05T17:00'),
      later(closesAt, 86_400_000),
      frozen,
    );
    expect([open.phase, open.closesAt]).toEqual(['open', '2022-08-05T10:00:00.000Z']);
  });

  test('not into one that contradicts itself', () => {
    expect(refusalOf(() => change(broken))).toEqual(whyBroken);
  });

  test('with the same rounds', () => {
    const [first, ...others] = plan.rounds;
    const fixed = {
      code: 'validation-failed',
      errors: [{ pointer: '/plan/rounds', code: 'rounds-are-fixed' }],
    };
    const renamed = { ...plan, rounds: [{ ...first!, id: 'vong-1' }, ...others] };
    expect(refusalOf(() => change(renamed))).toEqual(fixed);
    const shorter = { ...plan, rounds: others };
    expect(refusalOf(() => change(shorter))).toEqual(fixed);
  });
});
