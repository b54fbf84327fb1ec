import { headingTable, paperOf, titleBlocks } from './heading.ts';
import { type Meeting, type MinutesModel, minutesOf } from './minutes-model.ts';
import {
  type Block,
  cell,
  headCell,
  keptParagraph,
  line,
  type Paper,
  paragraph,
  type TableBlock,
} from './paper.ts';
import { type PaperFacts, stampOf } from './paper-facts.ts';
import { councilSignatures } from './signatures.ts';
import { wording } from './wording.ts';

const words = wording.minutes;

/** The minutes of the council's meeting about a closed round, to be completed and signed. */
export function minutesPaper(facts: PaperFacts, meeting: Meeting): Paper {
  const model = minutesOf(facts, meeting);
  const stamp = stampOf(facts);
  const blocks: Block[] = [
    headingTable({ issuer: facts.plan.organiser.vi, isDraft: stamp.isDraft }, false),
    ...titleBlocks(words.title, words.about(facts.roundPlan.name.vi), facts.plan.name.vi),
    paragraph(model.opening),
    part(words.present),
    ...model.present.map((text) => paragraph(text)),
    part(words.agenda),
    ...model.agenda.map((text, at) => paragraph(`${at + 1}. ${text}`)),
    paragraph(model.counts),
    part(words.results),
    ...model.tables.flatMap(resultBlocks),
    ...model.unawarded.map((text) => paragraph(text)),
    part(words.matters),
    ...mattersOf(model).map((text) => paragraph(text)),
    part(words.conclusion),
    keptParagraph(words.concluded),
    keptParagraph(model.closing),
    ...councilSignatures(facts, false, meeting.secretary),
  ];
  return paperOf(`${words.file} - ${facts.roundPlan.name.vi}`, stamp, { blocks });
}

const part = (text: string): Block =>
  line(text, 'left', { bold: true, before: 6, after: 4, keepWithNext: true });

const mattersOf = ({ matters }: MinutesModel): readonly string[] =>
  matters.length === 0 ? [words.noMatters] : matters.map((text, at) => `${at + 1}. ${text}`);

function resultBlocks({ track, hasComponents, rows }: MinutesModel['tables'][number]): Block[] {
  const { tally } = wording;
  const table: TableBlock = {
    kind: 'table',
    widths: hasComponents ? [13, 25, 38, 19, 30, 19, 21] : [15, 24, 72, 21, 33],
    bordered: true,
    headRows: 1,
    rows: [
      [
        headCell(tally.rank),
        headCell(tally.code),
        headCell(tally.entry),
        headCell(tally.mean),
        ...(hasComponents ? [headCell(tally.components), headCell(tally.score)] : []),
        headCell(words.outcome),
      ],
      ...rows.map(({ rank, code, title, applicantName, mean, components, score, outcome }) => [
        cell(rank, 'centre', { bold: true }),
        cell(code, 'centre'),
        {
          blocks: [
            line(title, 'left', { size: 12 }),
            line(applicantName, 'left', { size: 11, italic: true }),
          ],
        },
        cell(mean, 'centre', hasComponents ? {} : { bold: true }),
        ...(hasComponents
          ? [
              { blocks: components.map((text) => line(text, 'left', { size: 11 })) },
              cell(score, 'centre', { bold: true }),
            ]
          : []),
        cell(outcome),
      ]),
    ],
  };
  return [
    line(tally.track(track), 'left', {
      bold: true,
      before: 4,
      after: 4,
      keepWithNext: true,
    }),
    table,
    line('', 'left', { size: 6 }),
  ];
}
