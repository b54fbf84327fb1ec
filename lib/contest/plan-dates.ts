import type { LocalDate, LocalDateTime } from './local-date.ts';

/** When an edition takes entries in, and what is planned after it; on the clocks of its zone. */
export type PlanDates = {
  readonly submissionsOpenAt: LocalDateTime;
  /** The first moment that is too late. */
  readonly submissionsCloseAt: LocalDateTime;
  readonly screeningBy?: LocalDate;
  readonly announcementOn?: LocalDate;
};
