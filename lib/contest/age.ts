import { isLocalDate, type LocalDate } from './local-date.ts';

/** The text to compare with: of 29 February it may name a day that is on no calendar, which then lies between two that are. */
const textBefore = (date: LocalDate, years: number): string =>
  `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;

/**
 * Whether so many years have passed since that day, `on` included: whoever turns 18 on that very day has. Who was born
 * on 29 February reaches an age on 1 March of a year without one.
 */
export const haveYearsPassed = (since: LocalDate, years: number, on: LocalDate): boolean =>
  since <= textBefore(on, years);

/** Whether more than so many years have passed: on the anniversary itself not yet. */
export const haveMorePassed = (since: LocalDate, years: number, on: LocalDate): boolean =>
  since < textBefore(on, years);

/** The earliest day since which no more than so many years have passed. */
export const earliestWithin = (years: number, on: LocalDate): LocalDate => {
  const text = textBefore(on, years);
  return isLocalDate(text) ? text : `${text.slice(0, 4)}-03-01`;
};
