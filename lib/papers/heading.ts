import type { Block, Cell, Paper, TableBlock } from './paper.ts';
import { cell, line, textWidth } from './paper.ts';
import type { Stamp } from './paper-facts.ts';
import { wording } from './wording.ts';
import { balancedLines, inCapitals } from './written-forms.ts';

/** What stands above the title of a paper. */
export interface Heading {
  /** The body it belongs to, where it names one. */
  readonly superior?: string;
  readonly issuer: string;
  /** `QĐ-UBND`, where the paper gets a number. */
  readonly symbol?: string;
  /** "Kon Tum, ngày 20 tháng 5 năm 2022". */
  readonly placeAndDate?: string;
  readonly isDraft: boolean;
}

/** Issuer on the left, the State's name and motto on the right, number and date below (Decree 30/2020, appendix I). */
export function headingTable(heading: Heading, landscape: boolean): TableBlock {
  const width = textWidth(landscape);
  const left = Math.round(width * 0.42);
  return {
    kind: 'table',
    widths: [left, width - left],
    bordered: false,
    headRows: 0,
    rows: [
      [issuerCell(heading, left), stateCell(width - left)],
      [numberCell(heading), dateCell(heading)],
    ],
  };
}

const issuerCell = ({ superior, issuer }: Heading, width: number): Cell => ({
  blocks: [
    ...(superior === undefined ? [] : [line(inCapitals(superior), 'centre', { size: 12 })]),
    ...balancedLines(inCapitals(issuer), Math.floor(width / 2.9)).map((text) =>
      line(text, 'centre', { bold: true, size: 12 }),
    ),
    { kind: 'rule', indent: Math.round(width / 3) },
  ],
});

const stateCell = (width: number): Cell => ({
  blocks: [
    line(wording.state, 'centre', { bold: true, size: width < 100 ? 12 : 13 }),
    line(wording.motto, 'centre', { bold: true, underline: true, size: 13 }),
  ],
});

const numberCell = ({ symbol, isDraft }: Heading): Cell => ({
  blocks: [
    line(symbol === undefined ? '' : wording.number(symbol), 'centre', { size: 13, before: 4 }),
    ...(isDraft ? [line(wording.draft, 'centre', { bold: true, size: 13 })] : []),
  ],
});

const dateCell = ({ placeAndDate }: Heading): Cell =>
  cell(placeAndDate ?? '', 'centre', { italic: true, size: 13, before: 4 });

/** The title of a paper in the middle, with what it is about below. */
export const titleBlocks = (title: string, ...about: readonly string[]): Block[] => [
  line(title, 'centre', { bold: true, size: 14, before: 14, keepWithNext: true }),
  ...about.map((text, at) =>
    line(text, 'centre', {
      bold: true,
      size: 13,
      keepWithNext: true,
      ...(at === about.length - 1 ? { after: 8 } : {}),
    }),
  ),
];

/** The foot of each page: which outcome it tells, and whether it is approved. */
const footerOf = ({ isDraft, digest }: Stamp): string[] => [
  isDraft ? wording.footerDraft(digest) : wording.footerApproved(digest),
];

/** A paper of blocks under its stamp. */
export const paperOf = (
  title: string,
  stamp: Stamp,
  {
    blocks,
    landscape = false,
  }: { readonly blocks: readonly Block[]; readonly landscape?: boolean },
): Paper => ({ title, landscape, blocks, footer: footerOf(stamp), factsOf: stamp.factsOf });

/** One place to sign: in whose capacity, room for the hand, and the name where it is known. */
export const signatureCell = (capacity: string, name?: string): Cell => ({
  blocks: [
    line(capacity, 'centre', { bold: true, size: 12 }),
    line(wording.signHere, 'centre', { italic: true, size: 11, after: 48 }),
    line(name ?? '', 'centre', { bold: true, size: 12 }),
  ],
});
