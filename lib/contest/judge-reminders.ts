import { shiftLocal } from './local-date.ts';
import { localTimeAt, toInstant } from './local-time.ts';
import type { Plan } from './plan.ts';
import type { Reminder } from './reminders.ts';
import type { Round } from './round.ts';

type Reminded = Pick<Plan, 'timeZone' | 'mail'>;

/** The reminders of judges that are still to come in a round that is scored; an extension moves them. */
export const judgeRemindersAhead = (round: Round, plan: Reminded, now: string): Reminder[] =>
  remindersOf(round, plan).filter(({ at }) => now < at);

/** Whether judges are to be reminded now: a wish that an extension or the end of the round has overtaken is not. */
export function isJudgeReminderDue(
  round: Round,
  plan: Reminded,
  daysBefore: number,
  now: string,
): boolean {
  const reminder = remindersOf(round, plan).find((one) => one.daysBefore === daysBefore);
  return reminder !== undefined && reminder.at <= now && now < (round.closesAt ?? now);
}

function remindersOf({ state, closesAt }: Round, { timeZone, mail }: Reminded): Reminder[] {
  if (state !== 'scoring' || closesAt === undefined) return [];
  const local = localTimeAt(closesAt, timeZone);
  return (mail.remindJudgesDaysBefore ?? []).map((daysBefore) => ({
    daysBefore,
    at: toInstant(shiftLocal(local, -daysBefore), timeZone),
  }));
}
