import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { packDocument } from './pack-document.ts';
import {
  type Align,
  type Block,
  type Cell,
  margins,
  type Paper,
  pageSize,
  type RuleBlock,
  type Run,
  type TableBlock,
  type TextBlock,
} from './paper.ts';
import { readableText } from './readable-text.ts';

const font = 'Times New Roman';
const bodySize = 13;
const footerSize = 9;

/** Twentieths of a point, in which the format measures. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const halfPoints = (points: number): number => Math.round(points * 2);

const aligned = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const satisfies { readonly [align in Align]: string };

/**
 * The paper as a DOCX file: the same bytes for the same paper. Nothing in it runs or leads outside; its only field is the
 * number of the page, in the middle above the text from the second page on.
 */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const footer = new Footer({ children: paper.footer.map(footerLine) });
  const document = new Document({
    title: readableText(paper.title),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font, size: halfPoints(bodySize), language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(paper) },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer, first: footer },
        children: paper.blocks.map(blockOf),
      },
    ],
  });
  return await packDocument(document, paper.factsOf);
}

const pageOf = ({ landscape }: Paper) => ({
  size: {
    width: twips(pageSize.width),
    height: twips(pageSize.height),
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: twips(margins.top),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
    right: twips(margins.right),
    header: twips(10),
    footer: twips(8),
  },
});

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

const footerLine = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: runsOf({ text, size: footerSize }),
  });

function blockOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'text':
      return textOf(block);
    case 'rule':
      return ruleOf(block);
    case 'table':
      return tableOf(block);
    case 'page-break':
      return new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } });
  }
}

const textOf = (block: TextBlock): Paragraph =>
  new Paragraph({
    alignment: aligned[block.align],
    spacing: { before: (block.before ?? 0) * 20, after: (block.after ?? 0) * 20 },
    ...(block.firstLine === undefined ? {} : { indent: { firstLine: twips(block.firstLine) } }),
    ...(block.keepWithNext ? { keepNext: true } : {}),
    children: block.runs.flatMap(runsOf),
  });

/** One for each line of the text. */
const runsOf = ({ text, bold, italic, underline, size }: Run): TextRun[] =>
  readableText(text)
    .split('\n')
    .map(
      (each, at) =>
        new TextRun({
          text: each,
          ...(at > 0 ? { break: 1 } : {}),
          ...(bold ? { bold } : {}),
          ...(italic ? { italics: true } : {}),
          ...(underline ? { underline: {} } : {}),
          ...(size === undefined ? {} : { size: halfPoints(size) }),
        }),
    );

const ruleOf = ({ indent }: RuleBlock): Paragraph =>
  new Paragraph({
    indent: { left: twips(indent), right: twips(indent) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { before: 80, after: 0, line: 120, lineRule: 'exact' },
    keepNext: true,
    children: [],
  });

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};

const tableOf = ({ widths, bordered, headRows, rows }: TableBlock): Table =>
  new Table({
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    ...(bordered ? {} : { borders: noBorders }),
    margins: { left: bordered ? 70 : 0, right: bordered ? 70 : 0, top: bordered ? 30 : 0 },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          ...(at < headRows ? { tableHeader: true } : {}),
          children: cellsOf(row, { widths, bordered }),
        }),
    ),
  });

function cellsOf(
  row: readonly Cell[],
  { widths, bordered }: Pick<TableBlock, 'widths' | 'bordered'>,
): TableCell[] {
  let column = 0;
  return row.map(({ blocks, span = 1 }) => {
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    return new TableCell({
      width: { size: twips(width), type: WidthType.DXA },
      ...(span > 1 ? { columnSpan: span } : {}),
      verticalAlign: bordered ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: blocks.map((block) => (block.kind === 'rule' ? ruleOf(block) : textOf(block))),
    });
  });
}
