/** A calendar date, 'YYYY-MM-DD'. */
export type LocalDate = string;

/** What a clock on the wall shows, 'YYYY-MM-DDTHH:mm[:ss]', in a zone named elsewhere (the plan's). */
export type LocalDateTime = string;

const datePattern = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const dateTimePattern = /^[1-9]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const instantPattern = /^[1-9]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

const dayMilliseconds = 86_400_000;

/** The grammar alone cannot tell 30 February: Date rolls it over, so the text must come back unchanged. */
const isOnCalendar = (date: string): boolean => {
  const start = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(date);
};

/** A date that is on the calendar, of the years 1000 to 9999. */
export const isLocalDate = (text: string): boolean => datePattern.test(text) && isOnCalendar(text);

/**
 * A real date and a time from 00:00 to 23:59:59; neither 24:00 nor a leap second. Of the years 1001 to 9998, so that the
 * instant has four digits for its year in whatever zone.
 */
export const isLocalDateTime = (text: string): boolean =>
  dateTimePattern.test(text) && '1001' <= text && text < '9999' && isOnCalendar(text.slice(0, 10));

/** An ISO instant in UTC, written with Z, of at most millisecond precision, on a real date. */
export const isInstant = (text: string): boolean =>
  instantPattern.test(text) && isOnCalendar(text.slice(0, 10));

/** The same wall time (or date) so many whole calendar days later; earlier when negative. */
export const shiftLocal = (local: LocalDate | LocalDateTime, days: number): string => {
  const date = new Date(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) + days * dayMilliseconds);
  return date.toISOString().slice(0, 10) + local.slice(10);
};

/** The whole calendar days from the date of one to the date of the other, whatever their times. */
export const daysBetween = (
  from: LocalDate | LocalDateTime,
  to: LocalDate | LocalDateTime,
): number =>
  (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) /
  dayMilliseconds;
