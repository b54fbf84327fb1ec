import type { EntryContent } from './entry-content.ts';
import type { Plan, UniquePart } from './plan.ts';
import { enterpriseNumber } from './tax-code.ts';

const standsOnce = ({ limits }: Plan, part: UniquePart): boolean =>
  (limits.unique ?? ['title']).includes(part);

/** Of an entry whose title it does not take, because the plan lets titles stand more than once. Otherwise a draft takes it. */
export const sharedTitle = (plan: Plan): { readonly sharesTitle?: true } =>
  standsOnce(plan, 'title') ? {} : { sharesTitle: true };

/**
 * The tax number that content takes when it is handed in. A draft takes none: whoever typed the number of an enterprise
 * would lock it out of the contest.
 */
export const takenTaxCode = (
  plan: Plan,
  { applicant }: EntryContent,
): { readonly takenTaxCode?: string } =>
  applicant?.taxCode === undefined || !standsOnce(plan, 'taxCode')
    ? {}
    : { takenTaxCode: enterpriseNumber(applicant.taxCode) };
