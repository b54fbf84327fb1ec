import { signatureCell } from './heading.ts';
import { type Block, type Cell, cell, line, textWidth } from './paper.ts';
import { judgesOf, nameOf, type PaperFacts } from './paper-facts.ts';
import { wording } from './wording.ts';

const words = wording.tally;

/** Places to sign for the secretary and the chair, then for each member, three in a row. */
export function councilSignatures(
  facts: PaperFacts,
  landscape: boolean,
  secretary?: string,
): Block[] {
  const width = textWidth(landscape);
  const chair = facts.round.panel?.chair;
  const members = judgesOf(facts).filter((judgeId) => judgeId !== chair);
  const leaders = [
    signatureCell(words.secretary, secretary),
    signatureCell(words.chair, chair === undefined ? undefined : nameOf(facts, chair)),
  ];
  const perRow = landscape ? 4 : 3;
  const unsigned = { kind: 'table', bordered: false, headRows: 0 } as const;
  return [
    line('', 'left', { size: 8, keepWithNext: true }),
    { ...unsigned, widths: [width / 2, width / 2], rows: [leaders] },
    line(words.members, 'centre', {
      bold: true,
      size: 12,
      before: 8,
      after: 4,
      keepWithNext: true,
    }),
    {
      ...unsigned,
      widths: Array.from({ length: perRow }, () => width / perRow),
      rows: rowsOf(
        members.map((judgeId) => memberCell(nameOf(facts, judgeId))),
        perRow,
      ),
    },
  ];
}

const memberCell = (name: string): Cell => ({
  blocks: [
    line(wording.signHere, 'centre', { italic: true, size: 11, after: 40 }),
    line(name, 'centre', { bold: true, size: 12, after: 6 }),
  ],
});

function rowsOf(cells: readonly Cell[], perRow: number): Cell[][] {
  const rows: Cell[][] = [];
  for (let at = 0; at < cells.length; at += perRow) {
    const row = cells.slice(at, at + perRow);
    rows.push([...row, ...Array.from({ length: perRow - row.length }, () => cell(''))]);
  }
  return rows;
}
