import { daysBetween, isLocalDate, type LocalDate } from '../contest/local-date.ts';
import type { Cell } from './cell.ts';
import type { SharedStrings } from './shared-strings.ts';
import { MOST_DECIMALS, styleNumbers } from './styles.ts';

const decimalPattern = /^-?(?:0|[1-9]\d*)(?:\.(?<rest>\d+))?$/;

/** More digits than a double keeps would be other digits in the sheet. */
const MOST_DIGITS = 15;

/** Excel counts from here, and holds 1900 for a leap year: days before 1 March 1900 have no true number. */
const DAY_ZERO = '1899-12-30';
const FIRST_TRUE_DAY = '1900-03-01';

/** One cell at an address ("B7"); nothing for an empty one. A RangeError for a date or number that is none. */
export function cellXml(cell: Cell, address: string, strings: SharedStrings): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, address, styleNumbers.text, strings);
  if (typeof cell === 'number') return numberXml(numberText(cell), address, styleNumbers.number);
  if ('date' in cell) return dateXml(cell.date, address, strings);
  return decimalXml(cell.decimal, address);
}

/** The only way a text gets into a sheet: by its number, in a cell whose type is text. */
export const textXml = (
  text: string,
  address: string,
  style: number,
  strings: SharedStrings,
): string => `<c r="${address}" s="${style}" t="s"><v>${strings.numberOf(text)}</v></c>`;

const numberXml = (value: string, address: string, style: number): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a cell holds finite numbers only');
  return String(value);
}

function dateXml(date: LocalDate, address: string, strings: SharedStrings): string {
  if (!isLocalDate(date)) throw new RangeError('not a date of the calendar');
  if (date >= FIRST_TRUE_DAY) {
    return numberXml(String(daysBetween(DAY_ZERO, date)), address, styleNumbers.date);
  }
  const shown = date.split('-').toReversed().join('/');
  return textXml(shown, address, styleNumbers.text, strings);
}

function decimalXml(decimal: string, address: string): string {
  const found = decimalPattern.exec(decimal);
  const places = found?.groups?.['rest']?.length ?? 0;
  const digits = decimal.replace(/\D/g, '').length;
  if (found === null || places > MOST_DECIMALS || digits > MOST_DIGITS) {
    throw new RangeError('not a plain decimal that a sheet can hold');
  }
  return numberXml(decimal, address, styleNumbers.decimal + places);
}
