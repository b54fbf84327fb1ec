import { daysBetween, type LocalDate, type LocalDateTime, shiftLocal } from './local-date.ts';
import type { Limits, Plan, RoundPlan } from './plan.ts';
import type { PlanDates } from './plan-dates.ts';

/**
 * The plan with its submissions closing exactly then and every other date as many calendar days later (or
 * earlier), at its own time of day: how last year's edition is cloned. The date of the rules stays:
 * with their number it names a signed paper, which no clone changes.
 */
export const shiftPlan = (plan: Plan, toSubmissionsCloseAt: LocalDateTime): Plan => {
  const days = daysBetween(plan.dates.submissionsCloseAt, toSubmissionsCloseAt);
  return {
    ...plan,
    limits: shiftLimits(plan.limits, days),
    dates: { ...shiftDates(plan.dates, days), submissionsCloseAt: toSubmissionsCloseAt },
    rounds: plan.rounds.map(
      (round): RoundPlan => ({ ...round, closesAt: shiftLocal(round.closesAt, days) }),
    ),
  };
};

const shiftDay = <Limit extends { readonly on: LocalDate }>(limit: Limit, days: number) => ({
  ...limit,
  on: shiftLocal(limit.on, days),
});

const shiftLimits = (
  { enterpriseAge, guardianBelow, ...limits }: Limits,
  days: number,
): Limits => ({
  ...limits,
  ...(enterpriseAge === undefined ? {} : { enterpriseAge: shiftDay(enterpriseAge, days) }),
  ...(guardianBelow === undefined ? {} : { guardianBelow: shiftDay(guardianBelow, days) }),
});

const shiftDates = (dates: PlanDates, days: number): PlanDates => {
  const { screeningBy, announcementOn } = dates;
  return {
    submissionsOpenAt: shiftLocal(dates.submissionsOpenAt, days),
    submissionsCloseAt: shiftLocal(dates.submissionsCloseAt, days),
    ...(screeningBy === undefined ? {} : { screeningBy: shiftLocal(screeningBy, days) }),
    ...(announcementOn === undefined ? {} : { announcementOn: shiftLocal(announcementOn, days) }),
  };
};
