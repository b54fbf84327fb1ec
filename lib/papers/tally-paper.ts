import type { WhyNotEligible } from '../contest/eligibility.ts';
import { headingTable, paperOf, titleBlocks } from './heading.ts';
import { type Block, type Cell, cell, headCell, line, type Paper, textWidth } from './paper.ts';
import { type PaperFacts, stampOf } from './paper-facts.ts';
import { councilSignatures } from './signatures.ts';
import { type Tally, type TallyRow, type TallyTable, tallyOf } from './tally-model.ts';
import { wording } from './wording.ts';
import { withComma } from './written-forms.ts';

const words = wording.tally;

/** More judges than that have no column each on a page. */
const mostColumns = 9;
/** From so many columns of judges on the page is turned. */
const upright = 3;

/** The totals of a round, one table for each track, to be signed by the whole council. */
export function tallyPaper(facts: PaperFacts): Paper {
  const tally = tallyOf(facts);
  const stamp = stampOf(facts);
  const landscape = tally.judges.length > upright;
  const blocks: Block[] = [
    headingTable({ issuer: facts.plan.organiser.vi, isDraft: stamp.isDraft }, landscape),
    ...titleBlocks(words.title, facts.plan.name.vi, facts.roundPlan.name.vi),
    ...tally.tables.flatMap((table) => trackBlocks(table, facts, { tally, landscape })),
    line(legendOf(tally), 'left', { size: 12, before: 8, keepWithNext: true }),
    line(words.rounding(tally.decimals), 'left', { size: 12, keepWithNext: true }),
    ...(tally.hasDropped ? [line(words.dropped, 'left', { size: 12, keepWithNext: true })] : []),
    ...councilSignatures(facts, landscape),
  ];
  return paperOf(`${words.file} - ${facts.roundPlan.name.vi}`, stamp, { blocks, landscape });
}

const legendOf = ({ judges }: Tally): string =>
  `${words.judges}${judges.map(({ name }, at) => words.numberedJudge(at + 1, name)).join('; ')}.`;

function trackBlocks(
  { track, rows }: TallyTable,
  facts: PaperFacts,
  { tally, landscape }: { readonly tally: Tally; readonly landscape: boolean },
): Block[] {
  const columns = columnsOf(tally, facts);
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

function columnsOf(tally: Tally, facts: PaperFacts): Column[] {
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
    ...judgeColumns(tally),
    {
      title: words.mean,
      width: 17,
      cellOf: ({ mean }) => cell(mean ?? words.noScore, 'centre', { bold: true }),
    },
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

function judgeColumns({ judges }: Tally): Column[] {
  if (judges.length > mostColumns) {
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

function noteOf(row: TallyRow, facts: PaperFacts): string {
  return [
    ...(row.advances ? [words.advances] : []),
    ...(row.tied === 'open' ? [words.open] : []),
    ...(row.tied === 'shared' ? [words.shared] : []),
    ...row.whyNotEligible.map((why) => failedText(why, facts)),
    ...(row.struck > 0 ? [words.struck(row.struck)] : []),
  ].join('; ');
}

function failedText(why: WhyNotEligible, { roundPlan }: PaperFacts): string {
  switch (why.code) {
    case 'too-few-sheets':
      return words.tooFew(why.sheets, why.minimum);
    case 'component-missing':
      return words.componentMissing;
    case 'below-minimum-mean':
      return words.belowMinimum(withComma(why.minimum));
    case 'zero-criterion-mean':
    case 'zero-mark': {
      const criteria = roundPlan.rubrics.flatMap(({ rubric }) => rubric.criteria);
      const criterion = criteria.find(({ id }) => id === why.criterionId);
      return words.zero(criterion?.name.vi ?? why.criterionId);
    }
  }
}
