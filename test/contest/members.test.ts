import { describe, expect, test } from 'vitest';
import type { Applicant, TeamMember } from '../../lib/contest/entry-content.ts';
import { memberErrors, missingOfMembers } from '../../lib/contest/members.ts';
import type { Limits, Plan } from '../../lib/contest/plan.ts';
import { mangRi } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();
const limited = (limits: Partial<Limits>): Plan => ({
  ...plan,
  limits: { ...plan.limits, ...limits },
});
const lead = (changes: Partial<TeamMember> = {}): TeamMember => ({
  name: 'A Dôn',
  role: 'lead',
  ...changes,
});
const member = (name: string, changes: Partial<TeamMember> = {}): TeamMember => ({
  name,
  role: 'member',
  ...changes,
});
const crew = (count: number) =>
  Array.from({ length: count }, (_, at) => (at === 0 ? lead() : member(`Người ${at}`)));
const applicantOf = (kind: Applicant['kind']): Applicant => ({
  kind,
  name: 'A',
  phone: '+84900000001',
  address: mangRi,
});
const missing = (of: Plan, members: readonly TeamMember[], kind?: Applicant['kind']) =>
  missingOfMembers(of, {
    members,
    ...(kind === undefined ? {} : { applicant: applicantOf(kind) }),
  });

describe('the lead', () => {
  test('is there, once', () => {
    expect(missing(plan, [lead(), member('B')])).toEqual([]);
    expect(missing(plan, [member('B')])).toEqual([{ code: 'lead-missing', pointer: '/members' }]);
    expect(memberErrors(plan, [member('B')])).toEqual([]);
  });

  test('every further one is told', () => {
    const leads = [member('B'), lead(), lead({ name: 'C' }), lead({ name: 'D' })];
    expect(memberErrors(plan, leads)).toEqual([
      { pointer: '/members/2', code: 'several-leads' },
      { pointer: '/members/3', code: 'several-leads' },
    ]);
  });
});

describe('the size of a team', () => {
  test('is at most that of the rules', () => {
    expect(memberErrors(plan, crew(5))).toEqual([]);
    expect(memberErrors(plan, crew(6))).toEqual([
      { pointer: '/members', code: 'too-many', limit: 5 },
    ]);
  });

  test.each([
    ['team', 1, [{ code: 'team-too-small', pointer: '/members', limit: 2, actual: 1 }]],
    ['team', 2, []],
    ['team', 5, []],
    ['individual', 1, []],
    ['individual', 2, [{ code: 'team-too-large', pointer: '/members', limit: 1, actual: 2 }]],
    ['enterprise', 1, []],
    ['enterprise', 5, []],
    ['householdBusiness', 1, []],
    ['cooperative', 1, []],
    [undefined, 1, []],
    [undefined, 5, []],
  ] as const)('of the kind %s with %i people: %j', (kind, count, expected) => {
    expect(missing(plan, crew(count), kind)).toEqual(expected);
  });

  test('of nobody lacks the lead as well', () => {
    expect(missing(plan, [], 'team')).toEqual([
      { code: 'lead-missing', pointer: '/members' },
      { code: 'team-too-small', pointer: '/members', limit: 2, actual: 0 },
    ]);
  });
});

describe('the same person twice', () => {
  const repeated = [{ pointer: '/members/1', code: 'repeated' }];
  test.each([
    ['the same name', 'Trần Văn Hòa', 'Trần Văn Hòa'],
    ['another place of the tone', 'Trần Văn Hòa', 'Trần Văn Hoà'],
    ['another encoding', 'Nguyễn Thị Hồng Đào', 'Nguyễn Thị Hồng Đào'.normalize('NFD')],
    ['other letters', 'Đặng Minh Trí', 'ĐẶNG  MINH-TRÍ'],
  ])('%s', (_, one, other) => {
    expect(memberErrors(plan, [lead({ name: one }), member(other)])).toEqual(repeated);
  });

  test.each([
    ['Nguyễn Văn Hải', 'Nguyễn Văn Hai'],
    ['Y Đào', 'Y Dào'],
    ['Lê Thị Mơ', 'Lê Thị Mô'],
  ])('%s and %s are two people', (one, other) => {
    expect(memberErrors(plan, [lead({ name: one }), member(other)])).toEqual([]);
  });

  test('two of one name are told apart by their dates of birth, where both have one', () => {
    const born = (one?: string, other?: string) =>
      memberErrors(plan, [
        lead(one === undefined ? {} : { birthDate: one }),
        member('A Dôn', other === undefined ? {} : { birthDate: other }),
      ]);
    expect(born('2000-01-01', '2000-01-02')).toEqual([]);
    expect(born('2000-01-01', '2000-01-01')).toEqual(repeated);
    expect(born('2000-01-01', undefined)).toEqual(repeated);
    expect(born(undefined, '2000-01-01')).toEqual(repeated);
  });

  test('each repetition is told', () => {
    const thrice = [lead(), member('B'), member('A Dôn'), member('b'), member('a dôn')];
    expect(memberErrors(plan, thrice).map(({ pointer }) => pointer)).toEqual([
      '/members/2',
      '/members/3',
      '/members/4',
    ]);
  });
});

describe('shares of the work', () => {
  const sharing = limited({ contributions: true });
  const shared = (...shares: (number | undefined)[]) =>
    shares.map((share, at) => ({
      ...crew(shares.length)[at]!,
      ...(share === undefined ? {} : { contributionPercent: share }),
    }));

  test.each([
    [[100], []],
    [[60, 40], []],
    [[60, 39], [{ code: 'contributions-not-100', pointer: '/members', limit: 100, actual: 99 }]],
    [[60, 41], [{ code: 'contributions-not-100', pointer: '/members', limit: 100, actual: 101 }]],
    [[60, undefined], [{ code: 'required', pointer: '/members/1/contributionPercent' }]],
  ])('%j: %j', (shares, expected) => {
    expect(missing(sharing, shared(...shares))).toEqual(expected);
  });

  test('are nobody’s business where the rules do not ask', () => {
    expect(missing(plan, shared(60, 41))).toEqual([]);
    expect(missing(plan, shared(undefined, 41))).toEqual([]);
  });

  test('of nobody are not asked for', () => {
    expect(missing(sharing, [])).toEqual([{ code: 'lead-missing', pointer: '/members' }]);
  });
});

describe('minors', () => {
  const protective = limited({ guardianBelow: { years: 18, on: '2022-07-31' } });
  const consents = [{ purpose: 'to-chuc', version: '2022-05-20' }];
  const guardian = { name: 'Bà Nội', phone: '+84900000009', consents };
  const young = { birthDate: '2004-08-01' };

  test.each([
    ['2004-07-31', []],
    ['2004-08-01', [{ code: 'required', pointer: '/members/0/guardian' }]],
    [undefined, [{ code: 'required', pointer: '/members/0/birthDate' }]],
  ])('born on %s: %j', (birthDate, expected) => {
    const one = lead(birthDate === undefined ? {} : { birthDate });
    expect(missing(protective, [one])).toEqual(expected);
    expect(missing(plan, [one])).toEqual([]);
  });

  test.each([
    ['2022-02-28', true],
    ['2022-03-01', false],
  ])('born on 29 February 2004, on %s a minor: %s', (on, isMinor) => {
    const leap = limited({ guardianBelow: { years: 18, on } });
    const expected = isMinor ? [{ code: 'required', pointer: '/members/0/guardian' }] : [];
    expect(missing(leap, [lead({ birthDate: '2004-02-29' })])).toEqual(expected);
  });

  test('have a guardian who agrees to what has to be agreed to', () => {
    const asking: Plan = {
      ...protective,
      consents: protective.consents.map((one) => ({ ...one, required: one.purpose !== 'tin-tuc' })),
    };
    expect(missing(protective, [lead({ ...young, guardian })])).toEqual([]);
    const team = [lead({ birthDate: '1990-01-01' }), member('B', { ...young, guardian })];
    const absent = (consent: string) => ({
      code: 'consent-missing',
      pointer: '/members/1/guardian/consents',
      consent,
    });
    expect(missing(asking, team)).toEqual([absent('cong-bo'), absent('ket-noi')]);
    const silent = member('B', { ...young, guardian: { ...guardian, consents: [] } });
    expect(missing(protective, [team[0]!, silent])).toEqual([absent('to-chuc')]);
  });

  test('have a guardian who agreed to the present text', () => {
    const old = [
      { purpose: 'to-chuc', version: '2021' },
      { purpose: 'x', version: '2022-05-20' },
    ];
    const team = [lead(), member('B', { ...young, guardian: { ...guardian, consents: old } })];
    expect(memberErrors(protective, team)).toEqual([
      { pointer: '/members/1/guardian/consents/0/version', code: 'outdated' },
      { pointer: '/members/1/guardian/consents/1/purpose', code: 'not-allowed' },
    ]);
  });

  test('are not the only ones who may have one', () => {
    const grown = lead({ birthDate: '1990-01-01', guardian: { ...guardian, consents: [] } });
    expect(memberErrors(protective, [grown])).toEqual([]);
    expect(missing(protective, [grown])).toEqual([]);
  });
});
