import type { LocalDate, LocalDateTime } from '../contest/local-date.ts';

/** "1.234.567", as papers write amounts of đồng. */
export const withDots = (count: number): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.');

/** A decimal with a comma: "8.5" is "8,5". */
export const withComma = (decimal: string): string => decimal.replace('.', ',');

/** At least two digits: "05". */
export const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** Decree 30/2020, appendix I: days below 10 and the months 1 and 2 get a zero before them, so that nothing can be put there. */
export function dateInWords(date: LocalDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const monthText = month <= 2 ? twoDigits(month) : String(month);
  return `ngày ${twoDigits(day)} tháng ${monthText} năm ${year}`;
}

/** The place of a date that the office writes by hand. */
export const openDate = (year: string): string => `ngày      tháng      năm ${year}`;

/** "08 giờ 30 phút, ngày 20 tháng 9 năm 2022". */
export function momentInWords(local: LocalDateTime): string {
  const [date = '', time = ''] = local.split('T');
  const [hour = '', minute = ''] = time.split(':');
  return `${hour} giờ ${minute} phút, ${dateInWords(date)}`;
}

/** In capitals, as letterheads are. */
export const inCapitals = (text: string): string => text.toLocaleUpperCase('vi');

/** The text in as few lines of at most so many characters as it takes, parted where they come out most alike. */
export function balancedLines(text: string, most: number): string[] {
  const words = text.split(' ');
  const target = text.length / Math.ceil(text.length / most);
  const lines: string[] = [];
  let current = '';
  for (const word of words) {
    const longer = current === '' ? word : `${current} ${word}`;
    const isCloser = Math.abs(longer.length - target) <= Math.abs(current.length - target);
    if (current === '' || (longer.length <= most && isCloser)) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}
