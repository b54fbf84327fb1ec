import type { Edition } from './edition.ts';
import { shiftLocal } from './local-date.ts';
import { toInstant } from './local-time.ts';
import type { Plan } from './plan.ts';

/** When drafts are reminded: so many days before the close, at the close's time on the edition's clocks. */
export interface Reminder {
  readonly daysBefore: number;
  /** ISO instant. */
  readonly at: string;
}

type Reminded = Pick<Plan, 'dates' | 'timeZone' | 'mail'>;

/** The reminders of a plan that are still to come while entries can be handed in. */
export function remindersAhead(
  edition: Pick<Edition, 'phase'>,
  plan: Reminded,
  now: string,
): Reminder[] {
  return edition.phase === 'open' ? remindersOf(plan).filter(({ at }) => now < at) : [];
}

/** Whether drafts are to be reminded now: a wish that a change of the plan has overtaken is not. */
export function isReminderDue(
  edition: Pick<Edition, 'phase' | 'opensAt' | 'closesAt'>,
  plan: Reminded,
  daysBefore: number,
  now: string,
): boolean {
  const reminder = remindersOf(plan).find((one) => one.daysBefore === daysBefore);
  const isOpen = edition.phase === 'open' && edition.opensAt <= now && now < edition.closesAt;
  return isOpen && reminder !== undefined && reminder.at <= now;
}

const remindersOf = ({ dates, timeZone, mail }: Reminded): Reminder[] =>
  mail.remindDaysBefore.map((daysBefore) => ({
    daysBefore,
    at: toInstant(shiftLocal(dates.submissionsCloseAt, -daysBefore), timeZone),
  }));
