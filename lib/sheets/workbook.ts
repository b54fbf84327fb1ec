import type { Sheet } from './cell.ts';
import { type Part, packParts } from './pack-parts.ts';
import {
  contentTypesXml,
  packageRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from './package-parts.ts';
import { SharedStrings } from './shared-strings.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetRange, sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';

/** Tables to be written; at least one. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

// Written here, not by a library: write-excel-file 4.1 and excel-builder-vanilla 5.2 look texts up in a plain object
// (`constructor` comes out as a function's source), hucre 1.0 makes an error of `#N/A` and loses the space around a text,
// exceljs 4.4 is a megabyte and unkept. All can write formulas; what cannot be written needs no check.

/**
 * The bytes of an XLSX file with these tables, the same for the same tables. Whatever a text says, it is a text: the
 * writer has no formulas, links or macros. A RangeError for what no sheet can hold, see `Cell` and `Sheet`.
 */
export async function writeWorkbook({ sheets }: Workbook): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook has a sheet');
  return await packParts(partsOf(sheets));
}

function* partsOf(sheets: readonly Sheet[]): Generator<Part> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const listed = sheets.map((sheet, place) => ({
    name: names[place] ?? '',
    range: sheetRange(sheet),
  }));
  const strings = new SharedStrings();
  yield { name: '[Content_Types].xml', pieces: [contentTypesXml(sheets.length)] };
  yield { name: '_rels/.rels', pieces: [packageRelationsXml()] };
  yield { name: 'xl/workbook.xml', pieces: [workbookXml(listed)] };
  yield { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookRelationsXml(sheets.length)] };
  yield { name: 'xl/styles.xml', pieces: [stylesXml] };
  for (const [place, sheet] of sheets.entries()) {
    yield {
      name: `xl/worksheets/sheet${place + 1}.xml`,
      pieces: sheetXml(sheet, place, strings),
    };
  }
  // Last: the cells of all sheets have been numbered by now.
  yield { name: 'xl/sharedStrings.xml', pieces: strings.xml() };
}
