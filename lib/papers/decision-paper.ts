import { type DecisionModel, type DecisionRequest, decisionOf } from './decision-model.ts';
import { headingTable, paperOf, titleBlocks } from './heading.ts';
import {
  type Block,
  type Cell,
  cell,
  headCell,
  keptParagraph,
  line,
  type Paper,
  paragraph,
  type TableBlock,
  textWidth,
} from './paper.ts';
import { type PaperFacts, stampOf } from './paper-facts.ts';
import { wording } from './wording.ts';
import { inCapitals, withDots } from './written-forms.ts';

const words = wording.decision;

/** A draft of the decision that recognises the result, laid out by Decree 30/2020, with the list of winners as its annex. */
export function decisionPaper(facts: PaperFacts, said: DecisionRequest): Paper {
  const model = decisionOf(facts, said);
  const stamp = stampOf(facts);
  const { issuer, superior, symbol, decidedBy } = said;
  const heading = {
    issuer,
    ...(superior === undefined ? {} : { superior }),
    symbol,
    placeAndDate: model.placeAndDate,
    isDraft: stamp.isDraft,
  };
  const blocks: Block[] = [
    headingTable(heading, false),
    ...titleBlocks(words.title, model.about),
    { kind: 'rule', indent: 62 },
    line(inCapitals(decidedBy), 'centre', { bold: true, before: 8, after: 8 }),
    ...model.grounds.map(groundBlock),
    line(words.decides, 'centre', { bold: true, before: 6, after: 8, keepWithNext: true }),
    article(1, model.recognise),
    ...model.prizes.map((text) => paragraph(text)),
    paragraph(model.total),
    article(2, model.entrust),
    keptParagraph({ text: words.article(3), bold: true }, model.inForce),
    endTable(model, said),
    { kind: 'page-break' },
    ...annexBlocks(facts, said, model),
  ];
  return paperOf(`${words.file} - ${facts.plan.name.vi}`, stamp, { blocks });
}

const article = (number: number, text: string): Block =>
  paragraph({ text: words.article(number), bold: true }, text);

const groundBlock = (text: string): Block => paragraph({ text, italic: true });

function endTable({ recipients }: DecisionModel, { signer }: DecisionRequest): TableBlock {
  const width = textWidth(false);
  const { authority = [], position, name = '' } = signer;
  const left: Cell = {
    blocks: [
      line(words.recipients, 'left', { bold: true, italic: true, size: 12 }),
      ...recipients.map((text, at) =>
        line(`- ${text}${at === recipients.length - 1 ? '.' : ';'}`, 'left', { size: 11 }),
      ),
    ],
  };
  const capacities = [...authority.map(({ form, of }) => `${form}. ${of}`), position];
  const right: Cell = {
    blocks: [
      ...capacities.map((text, at) =>
        line(inCapitals(text), 'centre', {
          bold: true,
          ...(at === capacities.length - 1 ? { after: 70 } : {}),
        }),
      ),
      line(name, 'centre', { bold: true, size: 14 }),
    ],
  };
  return {
    kind: 'table',
    widths: [width / 2, width / 2],
    bordered: false,
    headRows: 0,
    rows: [[left, right]],
  };
}

function annexBlocks(
  { plan }: PaperFacts,
  { symbol, decidedBy }: DecisionRequest,
  model: DecisionModel,
): Block[] {
  const about = words.annexOf(symbol, model.date, decidedBy);
  return [
    line(words.annex, 'centre', { bold: true, size: 14 }),
    line(words.annexTitle(inCapitals(plan.name.vi)), 'centre', { bold: true, size: 13 }),
    line(about, 'centre', { italic: true, size: 13 }),
    { kind: 'rule', indent: 55 },
    line('', 'left', { size: 6 }),
    winnersTable(model),
    ...(model.hasJoint
      ? [line(words.jointNote, 'left', { italic: true, size: 12, before: 4 })]
      : []),
    line(model.total, 'left', { italic: true, before: 6 }),
  ];
}

function winnersTable({ rows, sum }: DecisionModel): TableBlock {
  return {
    kind: 'table',
    widths: [10, 27, 50, 42, 36],
    bordered: true,
    headRows: 1,
    rows: [
      [wording.order, words.prizeColumn, words.entry, words.applicant, words.amount].map(headCell),
      ...rows.map(({ prize, entry, amount }, at): Cell[] => [
        cell(String(at + 1), 'centre'),
        cell(prize),
        {
          blocks: [
            line(entry.title, 'left', { size: 12 }),
            line(`(${entry.code})`, 'left', { size: 11 }),
          ],
        },
        applicantCell(entry),
        amount === undefined
          ? cell(words.jointAmount, 'centre')
          : {
              blocks: [
                line(amount.dong, 'right', { bold: true, size: 12 }),
                line(amount.inWords, 'right', { italic: true, size: 11 }),
              ],
            },
      ]),
      [
        { ...cell(words.sum, 'centre', { bold: true }), span: 4 },
        cell(withDots(sum), 'right', { bold: true }),
      ],
    ],
  };
}

function applicantCell({
  applicantName,
  members,
}: {
  readonly applicantName: string;
  readonly members: readonly string[];
}): Cell {
  const others = members.filter((name) => name !== applicantName);
  return {
    blocks: [
      line(applicantName, 'left', { size: 12 }),
      ...(others.length === 0
        ? []
        : [line(words.members(others.join(', ')), 'left', { size: 11 })]),
    ],
  };
}
