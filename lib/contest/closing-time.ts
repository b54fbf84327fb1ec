import { refuseErrors } from './content-errors.ts';
import type { LocalDateTime } from './local-date.ts';
import { existsInZone, toInstant } from './local-time.ts';
import type { Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';

/** Who gets time of their own gets no more than this. */
const mostDays = 60;

/**
 * The instant of a closing time that one entry or one applicant is given, by the clocks of the edition: later than now, at
 * most sixty days, and before the first round closes. @throws Refused validation-failed at `/closesAt`
 */
export function ownClosingTime(plan: Plan, closesAt: LocalDateTime, now: string): string {
  const { timeZone, rounds } = plan;
  if (!existsInZone(closesAt, timeZone)) refuseErrors([at('no-such-local-time')]);
  const instant = toInstant(closesAt, timeZone);
  const roundCloses = rounds[0]?.closesAt;
  const isTooFar = Date.parse(instant) - Date.parse(now) > mostDays * 86_400_000;
  const isAfterRound = roundCloses !== undefined && instant >= toInstant(roundCloses, timeZone);
  refuseErrors([
    ...(instant <= now ? [at('in-the-past')] : []),
    ...(isTooFar ? [at('too-far', mostDays)] : []),
    ...(isAfterRound ? [at('after-first-round', roundCloses)] : []),
  ]);
  return instant;
}

const at = (code: string, limit?: number | string): FieldError => ({
  pointer: '/closesAt',
  code,
  ...(limit === undefined ? {} : { limit }),
});
