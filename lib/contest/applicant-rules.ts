import { earliestWithin, haveMorePassed } from './age.ts';
import type { Applicant } from './entry-content.ts';
import type { ApplicantKind, Plan } from './plan.ts';
import type { FieldError, Missing } from './refusal.ts';

/** Those that are registered as a business and have a tax number of it. */
const isRegistered = (kind: ApplicantKind): boolean => kind !== 'individual' && kind !== 'team';

/** The 12 digits of a personal number stand for a household business, never for a legal person. */
const hasForeignTaxCode = ({ kind, taxCode }: Applicant): boolean =>
  (kind === 'enterprise' || kind === 'cooperative') && taxCode?.length === 12;

/** A kind that the plan does not let in, or a tax number that this kind cannot have. */
export function applicantErrors(plan: Plan, applicant: Applicant | undefined): FieldError[] {
  if (applicant === undefined) return [];
  return [
    ...(plan.applicantKinds.includes(applicant.kind)
      ? []
      : [{ pointer: '/applicant/kind', code: 'not-allowed' }]),
    ...(hasForeignTaxCode(applicant)
      ? [{ pointer: '/applicant/taxCode', code: 'not-allowed' }]
      : []),
  ];
}

/** What a submission still needs to know of the applicant, and whether the business is too old for the rules. */
export function missingOfApplicant(plan: Plan, applicant: Applicant | undefined): Missing[] {
  if (applicant === undefined) return [{ code: 'required', pointer: '/applicant' }];
  const { kind, taxCode, address } = applicant;
  return [
    ...(isRegistered(kind) && taxCode === undefined ? [required('taxCode')] : []),
    ...(isRegistered(kind) ? missingOfAge(plan, applicant) : []),
    ...(address === undefined ? [required('address')] : []),
  ];
}

/** Exactly so many years are still in; who was registered after the day of the limit is younger than any. */
function missingOfAge({ limits }: Plan, { registeredOn }: Applicant): Missing[] {
  if (limits.enterpriseAge === undefined) return [];
  if (registeredOn === undefined) return [required('registeredOn')];
  const { years, on } = limits.enterpriseAge;
  if (!haveMorePassed(registeredOn, years, on)) return [];
  const limit = earliestWithin(years, on);
  const pointer = '/applicant/registeredOn';
  return [{ code: 'enterprise-too-old', pointer, limit, actual: registeredOn }];
}

const required = (field: string): Missing => ({
  code: 'required',
  pointer: `/applicant/${field}`,
});
