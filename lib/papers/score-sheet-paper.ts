import { headingTable, paperOf, signatureCell, titleBlocks } from './heading.ts';
import {
  type Block,
  type Cell,
  cell,
  headCell,
  line,
  type Paper,
  type TableBlock,
  type TextBlock,
  textWidth,
} from './paper.ts';
import { type PaperFacts, type Stamp, stampOf } from './paper-facts.ts';
import { type ScoreSheetPage, scoreSheetPages, type WantedSheets } from './score-sheet-model.ts';
import { wording } from './wording.ts';

const words = wording.scoreSheet;

/** Score sheets of one judge to be signed, each on a page of its own; undefined where none counts. */
export function scoreSheetPaper(facts: PaperFacts, wanted: WantedSheets): Paper | undefined {
  const pages = scoreSheetPages(facts, wanted);
  const [first] = pages;
  if (!first) return undefined;
  const stamp = stampOf(facts);
  const blocks = pages.flatMap((page, at): Block[] => [
    ...(at > 0 ? [{ kind: 'page-break' } as const] : []),
    ...pageBlocks(page, facts, stamp),
  ]);
  return paperOf(`${words.file} - ${first.judge}`, stamp, { blocks });
}

const pageBlocks = (page: ScoreSheetPage, facts: PaperFacts, { isDraft }: Stamp): Block[] => [
  headingTable({ issuer: facts.plan.organiser.vi, isDraft }, false),
  ...titleBlocks(words.title, facts.plan.name.vi, words.round(facts.roundPlan.name.vi)),
  labelled(words.judge, page.judge),
  labelled(words.code, page.entry.code),
  labelled(words.entry, page.entry.title),
  labelled(words.applicant, page.entry.applicantName),
  labelled(words.track, page.track),
  marksTable(page),
  labelled(words.comment, page.comment || words.none, 8),
  labelled(words.note, page.note || words.none),
  line(words.handedIn(page.handedInAt), 'left', { italic: true, size: 12, after: 6 }),
  {
    kind: 'table',
    widths: [textWidth(false) / 2, textWidth(false) / 2],
    bordered: false,
    headRows: 0,
    rows: [[cell(''), signatureCell(words.signer, page.judge)]],
  },
];

const labelled = (label: string, text: string, before = 0): TextBlock => ({
  kind: 'text',
  runs: [{ text: label }, { text, bold: true }],
  align: 'left',
  before,
  after: 3,
});

function marksTable({ mode, rows, total, scale }: ScoreSheetPage): TableBlock {
  const isWeighed = mode !== 'points';
  const widths = isWeighed ? [12, 87, 22, 20, 24] : [12, 103, 25, 25];
  const weighed = isWeighed
    ? [headCell(mode === 'weighted' ? words.weight : words.coefficient)]
    : [];
  const head: Cell[] = [
    headCell(wording.order),
    headCell(words.criterion),
    headCell(words.maximum),
    ...weighed,
    headCell(words.points),
  ];
  const body = rows.map(({ number, isPart, name, maximum, weight, points }): Cell[] => {
    const set = isPart ? ({ italic: true } as const) : {};
    return [
      cell(number, 'centre', set),
      cell(name, 'left', set),
      cell(maximum, 'centre', set),
      ...(weight === undefined ? [] : [cell(weight, 'centre')]),
      cell(points, 'centre', isPart ? set : { bold: true }),
    ];
  });
  const sum: Cell[] = [
    { ...cell(words.total(scale), 'right', { bold: true }), span: widths.length - 1 },
    cell(total, 'centre', { bold: true }),
  ];
  return { kind: 'table', widths, bordered: true, headRows: 1, rows: [head, ...body, sum] };
}
