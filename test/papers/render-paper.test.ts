import { describe, expect, it, vi } from 'vitest';
import { cell, line, type Paper, paragraph } from '../../lib/papers/paper.ts';
import { renderPaper } from '../../lib/papers/render-paper.ts';
import { readDocument } from '../support/read-document.ts';

const paper = (changes: Partial<Paper> = {}): Paper => ({
  title: 'Biên bản',
  landscape: false,
  blocks: [paragraph('Một đoạn')],
  footer: ['DỰ THẢO'],
  factsOf: '2022-09-20T09:00:00.000Z',
  ...changes,
});

const read = async (changes: Partial<Paper> = {}) =>
  readDocument(await renderPaper(paper(changes)));

const told = async (text: string) => (await read({ blocks: [paragraph(text)] })).paragraphs[0];

describe('a paper', () => {
  it('is A4 with the margins, the font and the page number of Decree 30/2020', async () => {
    const { page, font, size, headers, footers, fields } = await read();
    expect(page).toEqual({
      width: 210,
      height: 297,
      top: 20,
      bottom: 20,
      left: 30,
      right: 15,
      hasFirst: true,
    });
    expect({ font, size }).toEqual({ font: 'Times New Roman', size: 13 });
    expect(headers).toEqual({
      default: { text: '', fields: ['PAGE'] },
      first: { text: '', fields: [] },
    });
    const footer = { text: 'DỰ THẢO', fields: [] };
    expect(footers).toEqual({ default: footer, first: footer });
    expect(fields).toEqual(['PAGE']);
  });

  it('is turned where it is wide', async () => {
    const { page } = await read({ landscape: true });
    expect(page).toMatchObject({ width: 297, height: 210, left: 30 });
  });

  it('holds nothing that runs or leads outside', async () => {
    const { parts } = await read();
    const names = [...parts.keys()];
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names.filter((name) => /vba|macro|embed|activeX|custom(?!\.xml)/iu.test(name))).toEqual(
      [],
    );
    const all = [...parts.values()].join('\n');
    expect(all).not.toMatch(
      /TargetMode="External"|w:hyperlink|DDE|INCLUDE|macroEnabled|oleObject/u,
    );
  });

  it('is the same bytes for the same facts, dated by them, and names no author', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2022-09-21T00:00:00.000Z') });
    const one = await renderPaper(paper());
    vi.setSystemTime(Date.parse('2031-01-01T00:00:00.000Z'));
    const other = await renderPaper(paper());
    vi.useRealTimers();
    expect(Buffer.compare(one, other)).toBe(0);
    const { properties } = readDocument(one);
    expect(properties).toEqual({
      'dc:title': 'Biên bản',
      'cp:revision': '1',
      'dcterms:created': '2022-09-20T09:00:00.000Z',
      'dcterms:modified': '2022-09-20T09:00:00.000Z',
    });
  });

  it('has cells that span columns, and every row as wide as the table', async () => {
    const { tables } = await read({
      blocks: [
        {
          kind: 'table',
          widths: [20, 30, 40],
          bordered: true,
          headRows: 1,
          rows: [
            [cell('a'), cell('b'), cell('c')],
            [{ ...cell('d'), span: 2 }, { blocks: [line('e', 'left'), line('f', 'left')] }],
          ],
        },
      ],
    });
    expect(tables).toEqual([
      [
        ['a', 'b', 'c'],
        ['d', 'e\nf'],
      ],
    ]);
  });
});

describe('a text', () => {
  it.each([
    ['markup', '</w:t></w:r></w:p><w:p> & "x" \'y\' <!-- ]]>'],
    ['a field that would be one', '{ HYPERLINK "http://evil.example" } =CMD|x'],
    ['five thousand characters', 'Ứng dụng '.repeat(560)],
    ['names', 'Nguyễn Thị Hồng Đào, A Dôn, Y Blô, Lê Thị Ửng'],
  ])('of %s is that text', async (_name, text) => {
    expect(await told(text)).toBe(text);
  });

  it.each([
    ['controls', 'a\u0000b\u0007c\u001fd\u0085e', 'abcde'],
    ['marks of direction', '\u202egnp.exe\u202c \u2066x\u2069 \u200fy', 'gnp.exe x y'],
    ['half of a pair', 'a\ud83d', 'a\ufffd'],
    ['noncharacters', 'a\ufffeb\uffff', 'ab'],
    ['letters taken apart', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['line ends', 'một\r\nhai\nba', 'một\nhai\nba'],
    ['a tab', 'a\tb', 'a b'],
  ])('with %s is what a paper can show of it', async (_name, text, shown) => {
    expect(await told(text)).toBe(shown);
    expect((await read({ title: text })).properties['dc:title']).toBe(shown);
  });
});
