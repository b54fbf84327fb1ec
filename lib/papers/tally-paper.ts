import { headingTable, paperOf, titleBlocks } from './heading.ts';
import { type Block, type Cell, cell, headCell, line, type Paper, textWidth } from './paper.ts';
import { type PaperFacts, stampOf } from './paper-facts.ts';
import { councilSignatures } from './signatures.ts';
import {
  componentTexts,
  type Tally,
  type TallyRow,
  type TallyTable,
  tallyOf,
} from './tally-model.ts';
import { noteOf } from './tally-notes.ts';
import { wording } from './wording.ts';

const words = wording.tally;

/** More columns of totals than that do not stand on a page: then the judges have one together. */
const mostColumns = 9;
/** From so many columns of totals on the page is turned. */
const upright = 3;
/** More components than that have no column each. */
const mostComponents = 3;

/** Columns that components take, with that of the score after them. */
const addedColumns = ({ components }: Pick<TallyTable, 'components'>): number =>
  components.length === 0 ? 0 : Math.min(components.length, mostComponents) + 1;

/** The totals of a round, one table for each track, to be signed by the whole council. */
export function tallyPaper(facts: PaperFacts): Paper {
  const tally = tallyOf(facts);
  const stamp = stampOf(facts);
  const added = Math.max(0, ...tally.tables.map(addedColumns));
  const landscape = tally.judges.length + added > upright;
  const blocks: Block[] = [
    headingTable({ issuer: facts.plan.organiser.vi, isDraft: stamp.isDraft }, landscape),
    ...titleBlocks(words.title, facts.plan.name.vi, facts.roundPlan.name.vi),
    ...tally.tables.flatMap((table) => trackBlocks(table, facts, { tally, landscape })),
    line(legendOf(tally), 'left', { size: 12, before: 8, keepWithNext: true }),
    ...(tally.hasComponents ? [line(words.added, 'left', { size: 12, keepWithNext: true })] : []),
    line(words.rounding(tally.hasComponents ? words.score : words.mean, tally.decimals), 'left', {
      size: 12,
      keepWithNext: true,
    }),
    ...(tally.hasDropped ? [line(words.dropped, 'left', { size: 12, keepWithNext: true })] : []),
    ...councilSignatures(facts, landscape),
  ];
  return paperOf(`${words.file} - ${facts.roundPlan.name.vi}`, stamp, { blocks, landscape });
}

const legendOf = ({ judges }: Tally): string =>
  `${words.judges}${judges.map(({ name }, at) => words.numberedJudge(at + 1, name)).join('; ')}.`;

function trackBlocks(
  table: TallyTable,
  facts: PaperFacts,
  { tally, landscape }: { readonly tally: Tally; readonly landscape: boolean },
): Block[] {
  const { track, rows } = table;
  const columns = columnsOf(table, tally, facts);
  const fixed = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const share = (textWidth(landscape) - fixed) / open;
  return [
    line(words.track(track), 'left', { bold: true, before: 8, after: 4, keepWithNext: true }),
    {
      kind: 'table',
      widths: columns.map(({ width = share }) => width),
      bordered: true,
      headRows: 1,
      rows: [
        columns.map(({ title }) => headCell(title)),
        ...rows.map((row, at) => columns.map(({ cellOf }) => cellOf(row, at))),
      ],
    },
  ];
}

interface Column {
  readonly title: string;
  /** What is left is shared by the columns without one. */
  readonly width?: number;
  readonly cellOf: (row: TallyRow, at: number) => Cell;
}

function columnsOf(table: TallyTable, tally: Tally, facts: PaperFacts): Column[] {
  const added = addedColumns(table);
  return [
    { title: wording.order, width: 10, cellOf: (_, at) => cell(String(at + 1), 'centre') },
    {
      title: words.entry,
      cellOf: ({ entry }) => ({
        blocks: [
          line(`${entry.code} - ${entry.title}`, 'left', { size: 12 }),
          line(entry.applicantName, 'left', { size: 11, italic: true }),
        ],
      }),
    },
    ...judgeColumns(tally, added),
    {
      title: words.mean,
      width: 17,
      cellOf: ({ mean = words.noScore }) => cell(mean, 'centre', added === 0 ? { bold: true } : {}),
    },
    ...componentColumns(table),
    {
      title: words.rank,
      width: 14,
      cellOf: ({ rank }) => cell(rankText(rank), 'centre', { bold: true }),
    },
    ...(tally.hasOverall
      ? [
          {
            title: words.overall,
            width: 15,
            cellOf: ({ overallRank }: TallyRow) => cell(rankText(overallRank), 'centre'),
          },
        ]
      : []),
    {
      title: words.note,
      width: 26,
      cellOf: (row) => cell(noteOf(row, facts), 'left', { size: 11 }),
    },
  ];
}

const rankText = (rank: number | undefined): string =>
  rank === undefined ? words.noScore : String(rank);

/** What is added to the mean, and the score that it makes. */
function componentColumns({ components }: TallyTable): Column[] {
  if (components.length === 0) return [];
  const score: Column = {
    title: words.score,
    width: 17,
    cellOf: (row) => cell(row.score ?? words.noScore, 'centre', { bold: true }),
  };
  if (components.length > mostComponents) {
    const cellOf = (row: TallyRow) => ({
      blocks: componentTexts(components, row).map((text) => line(text, 'left', { size: 11 })),
    });
    return [{ title: words.components, width: 51, cellOf }, score];
  }
  const columns = components.map(
    ({ id, name }): Column => ({
      title: name,
      width: 19,
      cellOf: (row) => cell(row.components.get(id) ?? words.noScore, 'centre'),
    }),
  );
  return [...columns, score];
}

function judgeColumns({ judges }: Tally, added: number): Column[] {
  if (judges.length + added > mostColumns) {
    const listed = ({ totals }: TallyRow): string =>
      judges
        .flatMap(({ judgeId }, at) => {
          const total = totals.get(judgeId);
          return total ? [words.numberedTotal(at + 1, marked(total))] : [];
        })
        .join('; ');
    return [{ title: words.totals, width: 60, cellOf: (row) => cell(listed(row)) }];
  }
  return judges.map(({ judgeId }, at) => ({
    title: words.judge(at + 1),
    width: 15,
    cellOf: ({ totals }: TallyRow) => cell(marked(totals.get(judgeId)), 'centre'),
  }));
}

const marked = (total: { readonly text: string; readonly isDropped: boolean } | undefined) =>
  total ? `${total.text}${total.isDropped ? words.droppedMark : ''}` : words.noScore;
