import { toInstant } from './local-time.ts';
import type { Plan } from './plan.ts';

/** Instants, ISO UTC: `opensAt` is the first that is in time, `closesAt` the first that is too late. */
export type SubmissionWindow = { readonly opensAt: string; readonly closesAt: string };

/** When entries may be handed in, from the wall times of the plan. */
export const submissionWindow = ({ dates, timeZone }: Plan): SubmissionWindow => ({
  opensAt: toInstant(dates.submissionsOpenAt, timeZone),
  closesAt: toInstant(dates.submissionsCloseAt, timeZone),
});

/** Whether an instant (ISO UTC) is inside: at the very close it no longer is. */
export const isOpenAt = ({ opensAt, closesAt }: SubmissionWindow, instant: string): boolean =>
  Date.parse(opensAt) <= Date.parse(instant) && Date.parse(instant) < Date.parse(closesAt);
