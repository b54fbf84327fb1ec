import { type LocalDate, shiftLocal } from './local-date.ts';

interface Registered {
  readonly applicant?: { readonly registeredOn?: LocalDate };
}

/** A sample entry for a plan so many days later (`shiftPlan`): its business is as old there as it was in the first. */
export const shiftContent = <Content extends Registered>(
  content: Content,
  days: number,
): Content => {
  const { applicant } = content;
  if (applicant?.registeredOn === undefined) return content;
  const registeredOn = shiftLocal(applicant.registeredOn, days);
  return { ...content, applicant: { ...applicant, registeredOn } };
};
