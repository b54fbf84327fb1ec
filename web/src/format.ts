/** How a language writes what the system keeps. */
export interface Format {
  /** An ISO instant as `17:00 31/05/2026` on the clocks of the zone. */
  readonly moment: (instant: string, timeZone: string) => string;
  /** An ISO date or instant as `31/05/2026`. */
  readonly date: (date: string, timeZone?: string) => string;
  /** A wall time of the rules, `2026-05-31T17:00`, as `17:00 31/05/2026`. */
  readonly wallTime: (local: string) => string;
  readonly money: (dong: number) => string;
  readonly count: (count: number) => string;
  /** Hundredths of a point: 850 is `8,5`. */
  readonly points: (hundredths: number) => string;
  readonly bytes: (bytes: number) => string;
}

/** Dates are dd/MM/yyyy in both languages; `dateStyle` would drop a zero or two digits of the year. */
export function formatIn(locale: 'vi-VN' | 'en-GB'): Format {
  const whole = new Intl.NumberFormat(locale);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'VND' });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const wallTime = (local: string): string => {
    const [date = '', time] = local.split('T');
    const day = date.split('-').toReversed().join('/');
    return time === undefined ? day : `${time.slice(0, 5)} ${day}`;
  };
  return {
    moment: (instant, timeZone) => wallTime(wallTimeAt(instant, timeZone)),
    date: (date, timeZone) =>
      wallTime((timeZone === undefined ? date : wallTimeAt(date, timeZone)).slice(0, 10)),
    wallTime,
    money: (dong) => money.format(dong),
    count: (count) => whole.format(count),
    points: (hundredths) => points.format(hundredths / 100),
    bytes: (bytes) =>
      bytes < 1_000_000
        ? `${size.format(Math.ceil(bytes / 1024))} KB`
        : `${size.format(bytes / 1_048_576)} MB`,
  };
}

function wallTimeAt(instant: string, timeZone: string): string {
  // Sweden writes 2026-05-31 17:00.
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return text.replace(' ', 'T');
}
