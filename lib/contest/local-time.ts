import type { LocalDate, LocalDateTime } from './local-date.ts';

/** Making a formatter costs some 50 µs, using one 2 µs: one is kept for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
};

/** Written out part by part: `dateStyle: 'short'` would give 31/5/26. */
const partsAt = (instant: number, timeZone: string): Map<string, string> =>
  new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );

/** The date on the calendar of the zone at that instant. */
export const localDateAt = (instant: string, timeZone: string): LocalDate => {
  const parts = partsAt(Date.parse(instant), timeZone);
  const part = (type: string): string => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};

/** The wall time of the zone at that instant, to the minute. */
export const localTimeAt = (instant: string, timeZone: string): LocalDateTime => {
  const parts = partsAt(Date.parse(instant), timeZone);
  return `${localDateAt(instant, timeZone)}T${parts.get('hour')}:${parts.get('minute')}`;
};

/** How far the wall clock is ahead of UTC, in milliseconds. */
const offsetAt = (instant: number, timeZone: string): number => {
  const parts = partsAt(instant, timeZone);
  const part = (type: string): string => parts.get(type) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const wall = Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  return wall - Math.floor(instant / 1000) * 1000;
};

/** The wall time as though it were UTC, with the offsets in force the day before and the day after. */
const around = (local: LocalDateTime, timeZone: string) => {
  const wall = Date.parse(`${local}Z`);
  const day = 86_400_000;
  return {
    wall,
    before: offsetAt(wall - day, timeZone),
    after: offsetAt(wall + day, timeZone),
  };
};

/** The instants at which the zone's clocks show that time: one, none in a gap, two in an overlap. */
const occurrences = (local: LocalDateTime, timeZone: string): number[] => {
  const { wall, before, after } = around(local, timeZone);
  return [...new Set([before, after])]
    .map((offset) => wall - offset)
    .filter((instant) => wall - offsetAt(instant, timeZone) === instant)
    .sort((one, other) => one - other);
};

/** A region name of the tz database that this runtime knows; a bare offset such as +07:00 is none. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
};

/** Whether clocks of the zone ever show that time: where they are put forward, some times do not exist. */
export const existsInZone = (local: LocalDateTime, timeZone: string): boolean =>
  occurrences(local, timeZone).length > 0;

/**
 * The instant, as ISO UTC with milliseconds, of a wall time in a zone. Where clocks are put back and the time
 * comes twice it is the first; where they are put forward and it never comes, it is as much later as they jump
 * (RFC 5545 and Temporal's `compatible`). Throws RangeError on an unknown zone.
 */
export const toInstant = (local: LocalDateTime, timeZone: string): string => {
  const [first] = occurrences(local, timeZone);
  if (first !== undefined) return new Date(first).toISOString();
  const { wall, before } = around(local, timeZone);
  return new Date(wall - before).toISOString();
};

/** 'HH:mm dd/MM/yyyy' on the clocks of the zone, as official papers write it. */
export const formatLocal = (instant: string, timeZone: string): string => {
  const parts = partsAt(Date.parse(instant), timeZone);
  const part = (type: string): string => parts.get(type) ?? '';
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
};
