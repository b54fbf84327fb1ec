import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectOfficeDocument } from '../../functions/inspection/inspect-office-document.ts';
import { createInspectionBudget } from '../../functions/inspection/inspection-budget.ts';
import { inspectionLimits } from '../../functions/inspection/inspection-limits.ts';
import type { Sheet } from '../../lib/sheets/cell.ts';
import { writeWorkbook } from '../../lib/sheets/workbook.ts';
import { type ReadWorkbook, readWorkbook } from '../support/read-workbook.ts';
import { readXml, type XmlElement } from '../support/read-xml.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What this project lets in when somebody uploads it; how long looking takes depends on what else the machine does. */
const inspect = async (bytes: Uint8Array) => {
  const budget = createInspectionBudget({ ...inspectionLimits, milliseconds: 60_000 });
  await inspectOfficeDocument(Buffer.from(bytes), budget, [XLSX]);
};

const active = /^(f|hyperlinks?|oleObjects?|externalReferences?|ddeLink|controls?|legacyDrawing)$/;

/** Elements, parts and relations by which a workbook does something when it is opened. */
const activeParts = ({ parts }: ReadWorkbook): string[] => [
  ...[...parts].flatMap(([part, xml]) =>
    namesOf(readXml(xml))
      .filter((name) => active.test(name))
      .map((name) => `${part}: ${name}`),
  ),
  ...[...parts.keys()].filter((name) => /external|link|vba|\.bin$|embed/i.test(name)),
  ...[...parts].filter(([, xml]) => xml.includes('TargetMode')).map(([name]) => name),
];

const namesOf = ({ name, children }: XmlElement): string[] => [name, ...children.flatMap(namesOf)];

/** Said in other words than the program's: what a cell may keep of a text. */
const kept = (text: string): string =>
  [...text]
    .filter((character) => {
      const code = character.codePointAt(0)!;
      return code >= 32 ? code !== 0xfffe && code !== 0xffff : [9, 10, 13].includes(code);
    })
    .map((character) => (/^\p{Cs}$/u.test(character) ? '\ufffd' : character))
    .join('');

const beginnings = [
  '',
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' =',
  '＝',
  '＋',
  '－',
  '＠',
  '_x003D_',
];
const pieces = [
  '<f>',
  '</t>',
  '&#61;',
  ']]>',
  '"',
  "'",
  '|',
  '!A0',
  'cmd',
  '_x0041_',
  '\ud800',
  '\udfff',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
);
const cellText = fc
  .tuple(fc.constantFrom(...beginnings), anyText)
  .map(([beginning, text]) => beginning + text);

describe('in 20,000 texts of any characters', () => {
  it('no cell runs, none changes, and the workbook passes our own inspection', async () => {
    const width = 20;
    const sheetOf = (texts: readonly string[]): Sheet => ({
      name: texts[0] ?? '',
      columns: texts.slice(0, width).map((title) => ({ title })),
      rows: Array.from({ length: texts.length / width - 1 }, (_, row) =>
        texts.slice((row + 1) * width, (row + 2) * width),
      ),
    });
    const batch = fc.array(cellText, { minLength: 1000, maxLength: 1000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(batch, async (texts) => {
        const bytes = await writeWorkbook({ sheets: [sheetOf(texts)] });
        await inspect(bytes);
        const workbook = await readWorkbook(bytes);
        expect(activeParts(workbook)).toEqual([]);
        expect(workbook.sheets[0]?.rows.flat()).toEqual(texts.map(kept));
      }),
      // Of a thousand texts the comparison shows the wrong ones; trying fewer and fewer takes minutes.
      { numRuns: 20, endOnFailure: true },
    );
  });
});

describe('a large workbook', () => {
  const large = (cellOf: (row: number, column: number) => string, rows = 10_000): Sheet => ({
    name: 'Tất cả',
    columns: Array.from({ length: 30 }, (_, column) => ({ title: `Cột ${column}` })),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: 30 }, (_unused, column) => cellOf(row, column)),
    ),
  });

  it('of 10,000 rows and 30 columns passes our own inspection', async () => {
    await inspect(await writeWorkbook({ sheets: [large((row, column) => `=${row}×${column}`)] }));
  });

  it('does so too where every cell says the same', async () => {
    await inspect(await writeWorkbook({ sheets: [large(() => 'Đạt')] }));
  });

  it('leaves time for other work while it is written', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await writeWorkbook({ sheets: [large((row, column) => `${row}×${column}`, 2000)] });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});
