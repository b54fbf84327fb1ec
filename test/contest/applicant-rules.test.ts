import { describe, expect, test } from 'vitest';
import { applicantErrors, missingOfApplicant } from '../../lib/contest/applicant-rules.ts';
import type { Applicant } from '../../lib/contest/entry-content.ts';
import { type ApplicantKind, applicantKinds, type Plan } from '../../lib/contest/plan.ts';
import { mangRi } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();
const { enterpriseAge: _, ...limits } = plan.limits;
const ageless: Plan = { ...plan, limits };
const of = (kind: ApplicantKind, changes: Partial<Applicant> = {}): Applicant => ({
  kind,
  name: 'A',
  phone: '+84900000001',
  address: mangRi,
  ...changes,
});
const registered = { taxCode: '0100109106', registeredOn: '2020-01-01' };

describe('the kind of an applicant', () => {
  test.each(applicantKinds)('%s is one that the plan lets in', (kind) => {
    expect(applicantErrors(plan, of(kind))).toEqual([]);
    const others = { ...plan, applicantKinds: applicantKinds.filter((one) => one !== kind) };
    expect(applicantErrors(others, of(kind))).toEqual([
      { pointer: '/applicant/kind', code: 'not-allowed' },
    ]);
  });

  test('none is no error', () => {
    expect(applicantErrors(plan, undefined)).toEqual([]);
  });
});

describe('the tax number', () => {
  test.each([
    ['individual', true],
    ['team', true],
    ['enterprise', false],
    ['householdBusiness', true],
    ['cooperative', false],
  ] as const)('of a person, of the kind %s: %s', (kind, isAllowed) => {
    const errors = [{ pointer: '/applicant/taxCode', code: 'not-allowed' }];
    expect(applicantErrors(plan, of(kind, { taxCode: '051090000001' }))).toEqual(
      isAllowed ? [] : errors,
    );
    for (const taxCode of ['0100109106', '0100109106-001']) {
      expect(applicantErrors(plan, of(kind, { taxCode }))).toEqual([]);
    }
  });

  test.each([
    ['individual', []],
    ['team', []],
    ['enterprise', [{ code: 'required', pointer: '/applicant/taxCode' }]],
    ['householdBusiness', [{ code: 'required', pointer: '/applicant/taxCode' }]],
    ['cooperative', [{ code: 'required', pointer: '/applicant/taxCode' }]],
  ] as const)('is needed of the kind %s: %j', (kind, expected) => {
    expect(missingOfApplicant(ageless, of(kind))).toEqual(expected);
    expect(missingOfApplicant(ageless, of(kind, registered))).toEqual([]);
  });
});

describe('the age of a business', () => {
  const business = ['enterprise', 'householdBusiness', 'cooperative'] as const;
  const aged = (kind: ApplicantKind, registeredOn: string) =>
    missingOfApplicant(plan, of(kind, { ...registered, registeredOn }));

  test.each(business)('of the kind %s is at most five years on the day of the rules', (kind) => {
    expect(aged(kind, '2017-07-31')).toEqual([]);
    expect(aged(kind, '2017-07-30')).toEqual([
      {
        code: 'enterprise-too-old',
        pointer: '/applicant/registeredOn',
        limit: '2017-07-31',
        actual: '2017-07-30',
      },
    ]);
    // Younger than the day itself is younger than five years.
    expect(aged(kind, '2022-08-01')).toEqual([]);
  });

  test.each(business)('of the kind %s has to be told, where the rules ask for it', (kind) => {
    const { registeredOn, ...untold } = registered;
    expect(missingOfApplicant(plan, of(kind, untold))).toEqual([
      { code: 'required', pointer: '/applicant/registeredOn' },
    ]);
    expect(missingOfApplicant(ageless, of(kind, untold))).toEqual([]);
    expect(missingOfApplicant(ageless, of(kind, { ...untold, registeredOn }))).toEqual([]);
  });

  test('is nobody else’s', () => {
    for (const kind of ['individual', 'team'] as const)
      expect(aged(kind, '1990-01-01')).toEqual([]);
  });
});

test('an address is needed, and the applicant', () => {
  const { address, ...homeless } = of('individual');
  expect(missingOfApplicant(plan, homeless)).toEqual([
    { code: 'required', pointer: '/applicant/address' },
  ]);
  expect(missingOfApplicant(plan, { ...homeless, address: mangRi })).toEqual([]);
  expect(missingOfApplicant(plan, undefined)).toEqual([
    { code: 'required', pointer: '/applicant' },
  ]);
});

test('all of it at once', () => {
  const { address: __, ...bare } = of('enterprise');
  expect(missingOfApplicant(plan, bare)).toEqual(
    ['taxCode', 'registeredOn', 'address'].map((field) => ({
      code: 'required',
      pointer: `/applicant/${field}`,
    })),
  );
});
