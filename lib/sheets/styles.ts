import { MAIN_NAMESPACE, XML_DECLARATION } from './xml-names.ts';

/** Decimals that a `DecimalCell` may have. */
export const MOST_DECIMALS = 6;

/** The styles of cells, by their place in `cellXfs` below; a decimal of n places has `decimal + n`. */
export const styleNumbers = { text: 1, title: 2, number: 3, date: 4, decimal: 5 } as const;

const FIRST_OWN_FORMAT = 164;
const TEXT_FORMAT = 49;

/** Numbered from `FIRST_OWN_FORMAT`: the date, then 0, 1 … decimals. */
const formats = [
  'dd/mm/yyyy',
  ...Array.from({ length: MOST_DECIMALS + 1 }, (_, places) =>
    places === 0 ? '0' : `0.${'0'.repeat(places)}`,
  ),
];

// The font that Decree 30/2020 asks for in official papers; it has all of Vietnamese.
const font = (weight: string) =>
  `<font>${weight}<sz val="12"/><name val="Times New Roman"/><family val="1"/></font>`;

/** `quotePrefix` keeps a text a text even when somebody edits the cell: = stays the character. */
const asText = `numFmtId="${TEXT_FORMAT}" applyNumberFormat="1" quotePrefix="1"`;

const cellFormat = (attributes: string, alignment: string) =>
  `<xf ${attributes} fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment ${alignment}/></xf>`;

const cellFormats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  cellFormat(`${asText} fontId="0"`, 'vertical="top" wrapText="1"'),
  cellFormat(
    `${asText} fontId="1" applyFont="1"`,
    'horizontal="center" vertical="center" wrapText="1"',
  ),
  cellFormat('numFmtId="0" fontId="0"', 'vertical="top"'),
  ...formats.map((_, place) =>
    cellFormat(
      `numFmtId="${FIRST_OWN_FORMAT + place}" fontId="0" applyNumberFormat="1"`,
      'vertical="top"',
    ),
  ),
];

/** The part that says how cells look. */
export const stylesXml: string = [
  `${XML_DECLARATION}<styleSheet xmlns="${MAIN_NAMESPACE}">`,
  `<numFmts count="${formats.length}">`,
  ...formats.map(
    (code, place) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + place}" formatCode="${code}"/>`,
  ),
  `</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts>`,
  // Excel takes the first two as given, whatever they say.
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
