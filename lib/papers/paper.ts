/** What a paper is made of, before any file format: texts, tables, lines and page breaks. Lengths in millimetres, sizes in points. */
export interface Paper {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
  /** Small lines at the foot of each page. */
  readonly footer: readonly string[];
  /** The instant of the facts it tells, as its properties say: never when the file was made. */
  readonly factsOf: string;
}

export type Block = TextBlock | RuleBlock | TableBlock | { readonly kind: 'page-break' };

export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly size?: number;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly runs: readonly Run[];
  readonly align: Align;
  /** How far its first line is set in. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepWithNext?: true;
}

export type Align = 'left' | 'centre' | 'right' | 'both';

/** A thin line under what came before, set in from both sides. */
export interface RuleBlock {
  readonly kind: 'rule';
  readonly indent: number;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly bordered: boolean;
  /** Rows that are repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly blocks: readonly (TextBlock | RuleBlock)[];
  /** Columns it takes. */
  readonly span?: number;
}

/** A4 with the margins of Decree 30/2020. */
export const pageSize = { width: 210, height: 297 } as const;
export const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** What is left between the margins. */
export const textWidth = (landscape: boolean): number =>
  (landscape ? pageSize.height : pageSize.width) - margins.left - margins.right;

/** How a text is set where it is not plain. */
type Set = Omit<Run, 'text'> & Omit<TextBlock, 'kind' | 'runs' | 'align'>;

/** A paragraph of one kind of letters. */
export function line(text: string, align: Align, set: Set = {}): TextBlock {
  const { bold, italic, underline, size, ...paragraph } = set;
  const run: Run = {
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(size === undefined ? {} : { size }),
  };
  return { kind: 'text', runs: [run], align, ...paragraph };
}

/** A paragraph of running text. */
export const paragraph = (...runs: readonly (string | Run)[]): TextBlock => ({
  kind: 'text',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
  align: 'both',
  firstLine: 10,
  after: 6,
});

/** The same, never the last on a page: a signature does not stand alone. */
export const keptParagraph = (...runs: readonly (string | Run)[]): TextBlock => ({
  ...paragraph(...runs),
  keepWithNext: true,
});

/** A cell of one text. */
export const cell = (text: string, align: Align = 'left', set: Set = {}): Cell => ({
  blocks: [line(text, align, { size: 12, ...set })],
});

/** A cell of the row that names the columns. */
export const headCell = (text: string): Cell => cell(text, 'centre', { bold: true });
