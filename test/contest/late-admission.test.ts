import { describe, expect, test } from 'vitest';
import {
  admissionOf,
  admitLateApplicant,
  admitLateEntry,
  whyNotBegin,
} from '../../lib/contest/late-admission.ts';
import { closesAt, editionWith, entryWith, later, opensAt } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const edition = editionWith({ phase: 'frozen' });
const now = later(closesAt, 3_600_000);
const wish = { closesAt: '2022-08-10T17:00', reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' };
const made = { by: 'organiser', now };
const late = { ...wish, closesAt: '2022-08-10T10:00:00.000Z', by: 'organiser', at: now };
const email = 'muon@example.vn';
const applicantAdmitted = (changes: object = {}, at: object = {}) =>
  admitLateApplicant(
    { edition, plan, before: undefined, ...at },
    { email, ...wish, ...changes },
    { ...made, admissionId: 'admission-1' },
  );

describe('a draft that missed the close', () => {
  const admit = (changes: object = {}, of: object = {}) =>
    admitLateEntry({ edition, plan, entry: entryWith(), ...of }, { ...wish, ...changes }, made);

  test('is admitted until a time of its own, and once more', () => {
    expect(admit()).toEqual(entryWith({ late, version: 2 }));
    const longer = admit({ closesAt: '2022-08-11T17:00' }, { entry: admit() });
    expect([longer.late?.closesAt, longer.version]).toEqual(['2022-08-11T10:00:00.000Z', 3]);
  });

  test.each(['submitted', 'eligible', 'ineligible', 'withdrawn'] as const)(
    'is no longer one when %s',
    (state) => {
      const entry = entryWith({ state, submission: 1 });
      expect(refusalOf(() => admit({}, { entry }))).toEqual({ code: 'state-conflict', state });
    },
  );

  test('and a closing time that is none', () => {
    expect(refusalOf(() => admit({ closesAt: '2022-07-31T17:00' }))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/closesAt', code: 'in-the-past' }],
    });
  });
});

describe('exceptions', () => {
  test('begin with the freeze and end with judging', () => {
    for (const admit of [
      (of: object) => admitLateEntry({ edition, plan, entry: entryWith(), ...of }, wish, made),
      (of: object) => applicantAdmitted({}, of),
    ]) {
      expect(refusalOf(() => admit({ edition: editionWith() }))).toEqual({
        code: 'phase-closed',
        receivedAt: now,
        opensAt: '2022-07-31T10:01:00.000Z',
      });
      expect(refusalOf(() => admit({ edition: editionWith({ phase: 'judging' }) }))).toEqual({
        code: 'state-conflict',
        state: 'judging',
      });
    }
  });

  test('for an address: the later of two holds', () => {
    const first = applicantAdmitted();
    expect(first).toEqual({
      editionId: 'kon-tum-2022',
      admissionId: 'admission-1',
      email,
      ...late,
      version: 1,
    });
    const again = admitLateApplicant(
      { edition, plan, before: first },
      { email, ...wish, reason: 'Mất điện' },
      { ...made, admissionId: 'admission-2' },
    );
    expect(again).toEqual({ ...first, reason: 'Mất điện', version: 2 });
  });
});

describe('an entry begun', () => {
  const applicant = applicantAdmitted();
  const closed = (receivedAt: string, last: string) => ({
    code: 'phase-closed',
    receivedAt,
    opensAt,
    closesAt: last,
  });

  test('in time needs no exception and carries none', () => {
    const inTime = later(closesAt, -1);
    expect(whyNotBegin(editionWith(), applicant, inTime)).toBeUndefined();
    expect(admissionOf(editionWith(), applicant, inTime)).toBeUndefined();
  });

  test('later needs one, and carries it', () => {
    expect(whyNotBegin(edition, undefined, now)).toEqual(closed(now, closesAt));
    expect(admissionOf(edition, undefined, now)).toBeUndefined();
    expect(whyNotBegin(edition, applicant, later(late.closesAt, -1))).toBeUndefined();
    expect(admissionOf(edition, applicant, now)).toEqual(late);
    expect(whyNotBegin(edition, applicant, late.closesAt)).toEqual(
      closed(late.closesAt, late.closesAt),
    );
  });

  test('never once judging has begun', () => {
    expect(whyNotBegin(editionWith({ phase: 'judging' }), applicant, now)).toEqual({
      code: 'state-conflict',
      state: 'judging',
    });
  });

  test('after a moved deadline: the wider window wins', () => {
    const moved = later(late.closesAt, 3_600_000);
    const extended = editionWith({ closesAt: moved });
    expect(admissionOf(extended, applicant, late.closesAt)).toBeUndefined();
    expect(whyNotBegin(extended, applicant, later(moved, -1))).toBeUndefined();
    expect(whyNotBegin(extended, applicant, moved)).toEqual(closed(moved, moved));
  });
});
