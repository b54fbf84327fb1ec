import { describe, expect, it } from 'vitest';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { writeWorkbook } from '../../lib/sheets/workbook.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { elementsOf, readXml } from '../support/read-xml.ts';

const sheetOf = (rows: readonly (readonly Cell[])[], columns = ['Hồ sơ', 'Điểm']): Sheet => ({
  name: 'Kết quả',
  columns: columns.map((title) => ({ title })),
  rows,
});

const read = async (...sheets: Sheet[]) => await readWorkbook(await writeWorkbook({ sheets }));

/** What comes back of the cells of one column. */
const readBack = async (cells: readonly Cell[]) => {
  const { sheets } = await read(
    sheetOf(
      cells.map((cell) => [cell]),
      ['Cột'],
    ),
  );
  return sheets[0]?.rows.slice(1).map(([cell]) => cell);
};

/** The part of the first sheet. */
const sheetPart = async (sheet: Sheet) =>
  readXml((await read(sheet)).parts.get('xl/worksheets/sheet1.xml')!);

const attributesOf = async (sheet: Sheet, ...names: string[]) => {
  const root = await sheetPart(sheet);
  return names.map((name) => elementsOf(root, name).map(({ attributes }) => attributes));
};

describe('a workbook', () => {
  it('holds the titles and rows of each sheet', async () => {
    const { sheets } = await read(
      sheetOf([
        ['Máy gặt lúa', { decimal: '85.50' }],
        [undefined, 12],
      ]),
      { name: 'Trống', columns: [{ title: 'Không có dòng nào' }], rows: [] },
    );
    expect(sheets).toEqual([
      {
        name: 'Kết quả',
        rows: [
          ['Hồ sơ', 'Điểm'],
          ['Máy gặt lúa', { number: 85.5, format: '0.00' }],
          ['', { number: 12, format: 'General' }],
        ],
      },
      { name: 'Trống', rows: [['Không có dòng nào']] },
    ]);
  });

  it('is made of these parts and no others', async () => {
    const { parts } = await read(sheetOf([]), sheetOf([]));
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/sharedStrings.xml',
    ]);
    const declared = elementsOf(readXml(parts.get('[Content_Types].xml')!), 'Override');
    expect(declared.map(({ attributes }) => attributes['PartName']?.slice(1)).toSorted()).toEqual(
      [...parts.keys()].filter((name) => /^xl\/.*(?<!\.rels)$/.test(name)).toSorted(),
    );
    const related = elementsOf(readXml(parts.get('xl/_rels/workbook.xml.rels')!), 'Relationship');
    expect(related.map(({ attributes }) => attributes['Target'])).toEqual([
      'worksheets/sheet1.xml',
      'worksheets/sheet2.xml',
      'styles.xml',
      'sharedStrings.xml',
    ]);
  });

  it('is the same bytes for the same tables, whatever the time and the zone', async () => {
    const sheets = [sheetOf([['Máy gặt lúa', 1]])];
    const zone = process.env['TZ'];
    const before = await writeWorkbook({ sheets });
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      expect(await writeWorkbook({ sheets })).toEqual(before);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('names nobody, no program and no time', async () => {
    const { parts } = await read(sheetOf([]));
    expect([...parts.values()].join('')).not.toMatch(/creator|Application|modified|\b20\d\d-/);
  });

  it('has at least one sheet', async () => {
    await expect(writeWorkbook({ sheets: [] })).rejects.toThrow(RangeError);
  });
});

describe('a text', () => {
  it('stays what it is, whatever it begins with', async () => {
    const texts = [
      '=1+1',
      '=HYPERLINK("https://xau.example","Xem")',
      "=cmd|'/c calc'!A0",
      '+84 905 000 000',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM(A1)',
      "'=1",
      '"=1"',
      ';=1',
      '#N/A',
      'TRUE',
      '1e5',
      '0905000000',
      '2026-11-20',
    ];
    expect(await readBack(texts)).toEqual(texts);
  });

  it('is a text even where it reads like XML, an escape of Excel or a name of JavaScript', async () => {
    const texts = [
      '</t></si><f>1+1</f>',
      '<c t="str"><f>1</f></c>',
      '&lt;&#61;&amp;',
      ']]>',
      '<![CDATA[=1]]>',
      '<!-- -->',
      '_x003D_1+1',
      '_x005F_x003D_',
      '__x000D__',
      'a\r\nb\rc\nd',
      ' đầu và cuối ',
      'constructor',
      '__proto__',
      'toString',
    ];
    expect(await readBack(texts)).toEqual(texts);
  });

  it('loses what XML cannot hold, and half of a pair becomes U+FFFD', async () => {
    const texts = [
      'a\0\x01\x08\x0b\x0c\x1fb',
      '\ufffe\uffff',
      'x\ud83d',
      '\ude00y',
      '\ud83d\0\ude00',
      '😀',
    ];
    expect(await readBack(texts)).toEqual(['ab', '', 'x\ufffd', '\ufffdy', '\ufffd\ufffd', '😀']);
  });

  it.each([
    ['of 32,767 characters stays whole', 'a'.repeat(32_767), 'a'.repeat(32_767)],
    ['of one more is cut with an ellipsis', 'a'.repeat(32_768), `${'a'.repeat(32_766)}…`],
    ['is never cut in the middle of a pair', `a${'😀'.repeat(17_000)}`, `a${'😀'.repeat(16_382)}…`],
  ])('%s', async (_, text, expected) => {
    expect(await readBack([text])).toEqual([expected]);
  });

  it('keeps to its type when somebody edits it', async () => {
    const { parts } = await read(sheetOf([['=1']], ['=2']));
    const [formats] = elementsOf(readXml(parts.get('xl/styles.xml')!), 'cellXfs');
    const cells = elementsOf(readXml(parts.get('xl/worksheets/sheet1.xml')!), 'c');
    const found = cells.map(({ attributes }) => ({
      type: attributes['t'],
      prefix: formats?.children[Number(attributes['s'])]?.attributes['quotePrefix'],
    }));
    expect(found).toEqual([
      { type: 's', prefix: '1' },
      { type: 's', prefix: '1' },
    ]);
  });
});

describe('a number', () => {
  it.each([0, -0, 7, -12, 0.5, Number.MAX_SAFE_INTEGER, 1e21])('%s comes back', async (number) => {
    expect(await readBack([number])).toEqual([{ number: number + 0, format: 'General' }]);
  });

  it.each([
    ['0', 0, '0'],
    ['85', 85, '0'],
    ['8.50', 8.5, '0.00'],
    ['-0.125000', -0.125, '0.000000'],
    ['123456789012.345', 123_456_789_012.345, '0.000'],
  ])('%s of a decimal shows the decimals it has', async (decimal, number, format) => {
    expect(await readBack([{ decimal }])).toEqual([{ number, format }]);
  });

  it.each<[string, Cell]>([
    ['no number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['a decimal with a comma', { decimal: '8,5' }],
    ['a decimal that is a formula', { decimal: '=1+1' }],
    ['an empty decimal', { decimal: '' }],
    ['a decimal with seven places', { decimal: '0.0000001' }],
    ['a decimal of sixteen digits', { decimal: '1234567890123.456' }],
    ['a date that is none', { date: '2026-02-30' }],
  ])('is refused when it is %s', async (_, cell) => {
    await expect(readBack([cell])).rejects.toThrow(RangeError);
  });
});

describe('a date', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2026-11-20', 46_346],
    ['9999-12-31', 2_958_465],
  ])('%s is the number %s of Excel', async (date, number) => {
    expect(await readBack([{ date }])).toEqual([{ number, format: 'dd/mm/yyyy' }]);
  });

  it('before 1 March 1900, where Excel counts a day that never was, is a text', async () => {
    expect(await readBack([{ date: '1900-02-28' }])).toEqual(['28/02/1900']);
  });
});

describe('a sheet', () => {
  const sheet: Sheet = {
    name: 'Hồ sơ',
    columns: [
      { title: 'Mã', width: 12 },
      { title: 'Tên dự án' },
      { title: 'Ngày nộp' },
      { title: 'Điểm', width: 999 },
    ],
    rows: [['HS-1', 'Máy gặt lúa cầm tay cho ruộng bậc thang', { date: '2026-11-20' }, 1]],
  };

  it('keeps its titles in sight, can be filtered and is as wide as an A4 page lying down', async () => {
    expect(await attributesOf(sheet, 'pane', 'autoFilter', 'pageSetup', 'pageSetUpPr')).toEqual([
      [{ ySplit: '1', topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }],
      [{ ref: 'A1:D2' }],
      [{ paperSize: '9', orientation: 'landscape', fitToHeight: '0' }],
      [{ fitToPage: '1' }],
    ]);
  });

  it('is as wide in its columns as was asked, or as its titles and rows need', async () => {
    const [columns] = await attributesOf(sheet, 'col');
    expect(columns?.map(({ width }) => Number(width))).toEqual([12, 41, 12, 255]);
  });

  it('does not grow with a text that fills a page', async () => {
    const [columns] = await attributesOf(sheetOf([['a'.repeat(5000), 'ngắn\ndòng hai']]), 'col');
    expect(columns?.map(({ width }) => Number(width))).toEqual([60, 10]);
  });

  it('is set in Times New Roman 12, its titles in bold', async () => {
    const styles = readXml((await read(sheet)).parts.get('xl/styles.xml')!);
    const fonts = elementsOf(styles, 'font').map(({ children }) =>
      children.map(({ name, attributes }) => `${name} ${attributes['val'] ?? ''}`.trim()),
    );
    const font = ['sz 12', 'name Times New Roman', 'family 1'];
    expect(fonts).toEqual([font, ['b', ...font]]);
    const [formats] = elementsOf(styles, 'cellXfs');
    const [titles] = elementsOf(await sheetPart(sheet), 'row');
    const used = titles?.children.map(
      ({ attributes }) => formats?.children[Number(attributes['s'])]?.attributes['fontId'],
    );
    expect(used).toEqual(['1', '1', '1', '1']);
  });

  it('names its filter and the titles of its pages, each for itself', async () => {
    const { parts } = await read(sheet, { ...sheet, name: "O'Reilly & <b>" });
    const names = elementsOf(readXml(parts.get('xl/workbook.xml')!), 'definedName');
    expect(names.map(({ attributes, text }) => [attributes['localSheetId'], text])).toEqual([
      ['0', "'Hồ sơ'!$A$1:$D$2"],
      ['1', "'O Reilly & <b>'!$A$1:$D$2"],
      ['0', "'Hồ sơ'!$1:$1"],
      ['1', "'O Reilly & <b>'!$1:$1"],
    ]);
  });

  it.each<[string, Sheet]>([
    ['without columns', { name: 'a', columns: [], rows: [] }],
    ['of 16,385 columns', sheetOf([], Array<string>(16_385).fill('a'))],
    ['with a row longer than its titles', sheetOf([['a', 'b', 'c']])],
    ['of 1,048,577 rows', sheetOf(Array<Cell[]>(1_048_576).fill([]))],
  ])('%s is refused', async (_, wrong) => {
    await expect(writeWorkbook({ sheets: [wrong] })).rejects.toThrow(RangeError);
  });

  it('has 16,384 columns at most', async () => {
    const [titles] = await attributesOf(sheetOf([], Array<string>(16_384).fill('a')), 'c');
    const letters = titles?.map(({ r }) => r);
    expect([0, 25, 26, 701, 702, 16_383].map((column) => letters?.[column])).toEqual([
      'A1',
      'Z1',
      'AA1',
      'ZZ1',
      'AAA1',
      'XFD1',
    ]);
  });
});
