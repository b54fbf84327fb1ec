import { earliestWithin } from './age.ts';
import { answerErrors } from './answers.ts';
import { applicantErrors } from './applicant-rules.ts';
import { consentErrors } from './content-consents.ts';
import type { EntryContent } from './entry-content.ts';
import { linkErrors } from './links.ts';
import type { LocalDate } from './local-date.ts';
import { localDateAt } from './local-time.ts';
import { memberErrors } from './members.ts';
import type { Plan } from './plan.ts';
import { type FieldError, Refused } from './refusal.ts';

/** Nobody is older: a date before is a slip of the pen. */
const oldestYears = 120;

/** References of the content to the plan that lead nowhere, and limits it crosses, all at once. A draft has none either. */
export function contentErrors(plan: Plan, content: EntryContent): FieldError[] {
  const errors: FieldError[] = [];
  if (!plan.tracks.some(({ id }) => id === content.trackId)) {
    errors.push({ pointer: '/trackId', code: 'not-allowed' });
  }
  if (content.fieldId !== undefined && !plan.fields.some(({ id }) => id === content.fieldId)) {
    errors.push({ pointer: '/fieldId', code: 'not-allowed' });
  }
  return [
    ...errors,
    ...applicantErrors(plan, content.applicant),
    ...memberErrors(plan, content.members),
    ...answerErrors(plan, content),
    ...linkErrors(plan, content),
    ...consentErrors(plan, content.consents, '/consents'),
  ];
}

/**
 * Dates that cannot be true when they are written: a birth or a registration that is still to come on the edition's
 * calendar, a birth more than 120 years ago. Time only makes them truer, so a submission does not ask again.
 */
export function dateErrors(plan: Plan, content: EntryContent, now: string): FieldError[] {
  const today = localDateAt(now, plan.timeZone);
  const oldest = earliestWithin(oldestYears, today);
  return [
    ...rangeErrors(content.applicant?.registeredOn, '/applicant/registeredOn', { latest: today }),
    ...content.members.flatMap(({ birthDate }, at) =>
      rangeErrors(birthDate, `/members/${at}/birthDate`, { earliest: oldest, latest: today }),
    ),
  ];
}

function rangeErrors(
  date: LocalDate | undefined,
  pointer: string,
  { earliest = '', latest }: { readonly earliest?: LocalDate; readonly latest: LocalDate },
): FieldError[] {
  if (date === undefined || (earliest <= date && date <= latest)) return [];
  return [{ pointer, code: 'out-of-range', limit: date > latest ? latest : earliest }];
}

/** Refuses content with errors, all of them at once. */
export function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
}
