import type { Entry } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import type { Plan, UniquePart } from './plan.ts';
import { enterpriseNumber } from './tax-code.ts';

const standsOnce = ({ limits }: Plan, part: UniquePart): boolean =>
  (limits.unique ?? ['title']).includes(part);

/** The entry under the plan's rule for titles: a draft takes its title from the beginning, where titles stand once. */
export function withTitleTaken({ sharesTitle: _, ...entry }: Entry, plan: Plan): Entry {
  return standsOnce(plan, 'title') ? entry : { ...entry, sharesTitle: true };
}

/**
 * The entry under the plan's rule for tax numbers, as it is handed in. A draft takes none: whoever typed the number of
 * an enterprise would lock it out of the contest.
 */
export function withTaxCodeTaken(
  { takenTaxCode: _, ...entry }: Entry,
  plan: Plan,
  { applicant }: EntryContent,
): Entry {
  const taxCode = applicant?.taxCode;
  return taxCode === undefined || !standsOnce(plan, 'taxCode')
    ? entry
    : { ...entry, takenTaxCode: enterpriseNumber(taxCode) };
}
