const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const time = /^(\d{1,2})(?:[:h.](\d{2})|h)$/i;

/** A date as people write it, `31/05/2026`, as ISO; undefined for what is none on the calendar. */
export function typedDate(text: string): string | undefined {
  const [, dayOfMonth = '', month = '', year = ''] = day.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  const isThere = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === iso;
  return isThere ? iso : undefined;
}

/** Time and date in either order, `17:00 31/05/2026` or `31/05/2026 17h`, as a wall time in ISO; undefined for what is none. */
export function typedMoment(text: string): string | undefined {
  const words = text.trim().split(/[\s,]+/);
  const [first = '', second = ''] = words;
  if (words.length !== 2) return undefined;
  const [date, clock] = day.test(first) ? [first, second] : [second, first];
  const iso = typedDate(date);
  const [, hour, minute = '00'] = time.exec(clock) ?? [];
  if (iso === undefined || hour === undefined) return undefined;
  const isTime = Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${iso}T${hour.padStart(2, '0')}:${minute}` : undefined;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Whether a text is a whole date or moment already, and not one that is still being typed. */
export const isIso = (text: string): boolean => isoDate.test(text) || isoMoment.test(text);
