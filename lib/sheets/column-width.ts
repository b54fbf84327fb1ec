import type { Cell, Sheet } from './cell.ts';

const NARROWEST = 8;
const WIDEST = 60;
const WIDEST_OF_EXCEL = 255;
const DATE_CHARACTERS = 10;

/** Enough to see what a column holds; looking at all rows would cost as much as writing them. */
const SAMPLE = 200;

/** The width that was asked for, or one that fits the title and the first rows; longer texts wrap. */
export function columnWidth({ columns, rows }: Sheet, column: number): number {
  const given = columns[column]?.width;
  if (given !== undefined) return Math.min(Math.max(given, 1), WIDEST_OF_EXCEL);
  const cells = rows.slice(0, SAMPLE).map((row) => characters(row[column]));
  const longest = Math.max(characters(columns[column]?.title), ...cells);
  // Two more, for the arrow of the filter and the space at both edges.
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}

function characters(cell: Cell): number {
  if (cell === undefined) return 0;
  if (typeof cell === 'number') return String(cell).length;
  if (typeof cell !== 'string') return 'date' in cell ? DATE_CHARACTERS : cell.decimal.length;
  // What is beyond the widest makes no difference, however long the text.
  const lines = cell.slice(0, 4 * WIDEST).split('\n');
  return Math.max(...lines.map((line) => line.normalize('NFC').length));
}
