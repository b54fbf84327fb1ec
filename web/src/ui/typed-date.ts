import { isLocalDate, isLocalDateTime } from '../../../lib/contest/local-date.ts';

const day = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const time = String.raw`(\d{1,2})(?::|h|g)(\d{2})(?::(\d{2}))?`;
const dateOnly = new RegExp(`^${day}$`);
const dateFirst = new RegExp(`^${day}[ ,]+${time}$`);
const timeFirst = new RegExp(`^${time}[ ,]+${day}$`);

const two = (digits = '') => digits.padStart(2, '0');

/** The local date that somebody typed as dd/MM/yyyy: `2026-05-31`; undefined for what is none. */
export function readDate(typed: string): string | undefined {
  const found = dateOnly.exec(typed.trim());
  if (found === null) return;
  const date = `${found[3]}-${two(found[2])}-${two(found[1])}`;
  return isLocalDate(date) ? date : undefined;
}

/** The local time that somebody typed as dd/MM/yyyy HH:mm, or time first: `2026-05-31T17:00`; undefined for what is none. */
export function readMoment(typed: string): string | undefined {
  const first = dateFirst.exec(typed.trim());
  const [d, m, y, hours, minutes, seconds] =
    first?.slice(1) ?? momentParts(timeFirst.exec(typed.trim()));
  if (d === undefined) return;
  const rest = seconds === undefined ? '' : `:${seconds}`;
  const moment = `${y}-${two(m)}-${two(d)}T${two(hours)}:${minutes}${rest}`;
  return isLocalDateTime(moment) ? moment : undefined;
}

function momentParts(found: RegExpExecArray | null): readonly (string | undefined)[] {
  if (found === null) return [];
  const [, hours, minutes, seconds, d, m, y] = found;
  return [d, m, y, hours, minutes, seconds];
}

/** A local date or time as it is typed, `31/05/2026 17:00`; anything else as it is. */
export function writeDate(local: string): string {
  if (!isLocalDate(local) && !isLocalDateTime(local)) return local;
  const [date = '', clock] = local.split('T');
  const written = date.split('-').toReversed().join('/');
  return clock === undefined ? written : `${written} ${clock}`;
}
