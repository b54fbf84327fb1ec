import { columnLetters } from './addresses.ts';
import type { Cell, Sheet } from './cell.ts';
import { cellXml, textXml } from './cell-xml.ts';
import { columnWidth } from './column-width.ts';
import type { SharedStrings } from './shared-strings.ts';
import { styleNumbers } from './styles.ts';
import { MAIN_NAMESPACE, XML_DECLARATION } from './xml-names.ts';

/** Excel's limits; a file beyond them does not open. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** From the first title to the last row: "A1:D11". A RangeError for a sheet that Excel could not open. */
export function sheetRange({ columns, rows }: Sheet): string {
  if (columns.length === 0 || columns.length > MOST_COLUMNS || rows.length >= MOST_ROWS) {
    throw new RangeError('a sheet has 1 to 16,384 columns and less than 1,048,576 rows');
  }
  return `A1:${columnLetters(columns.length - 1)}${rows.length + 1}`;
}

/**
 * The part of one sheet, in pieces, a row at a time: titles that stay in sight and can be filtered, A4 across, as wide as
 * the page. A RangeError for a row with more cells than there are columns.
 */
export function* sheetXml(sheet: Sheet, place: number, strings: SharedStrings): Generator<string> {
  const letters = sheet.columns.map((_, column) => columnLetters(column));
  const range = sheetRange(sheet);
  yield beginning(sheet, range, place);
  const titles = sheet.columns.map(({ title }, column) =>
    textXml(title, `${letters[column]}1`, styleNumbers.title, strings),
  );
  yield `<row r="1">${titles.join('')}</row>`;
  for (const [index, row] of sheet.rows.entries()) yield rowXml(row, index + 2, letters, strings);
  yield ending(range);
}

function rowXml(
  row: readonly Cell[],
  number: number,
  letters: readonly string[],
  strings: SharedStrings,
): string {
  if (row.length > letters.length) throw new RangeError('a row is longer than the titles');
  const cells = row.map((cell, column) => cellXml(cell, `${letters[column]}${number}`, strings));
  return `<row r="${number}">${cells.join('')}</row>`;
}

const beginning = (sheet: Sheet, range: string, place: number): string =>
  [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    `<sheetViews><sheetView ${place === 0 ? 'tabSelected="1" ' : ''}workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15.75"/><cols>',
    ...sheet.columns.map(
      (_, column) =>
        `<col min="${column + 1}" max="${column + 1}" width="${columnWidth(sheet, column)}" customWidth="1"/>`,
    ),
    '</cols><sheetData>',
  ].join('');

const ending = (range: string): string =>
  [
    `</sheetData><autoFilter ref="${range}"/>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // Telephone numbers and tax codes are texts of digits on purpose.
    `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
