import { fromBufferPromise } from 'yauzl';
import { elementsOf, readXml, type XmlElement } from './read-xml.ts';

/** What a program that opens an XLSX file finds in it. */
export interface ReadWorkbook {
  /** Every part of the archive, in order, as text. */
  readonly parts: ReadonlyMap<string, string>;
  readonly sheets: readonly ReadSheet[];
}

export interface ReadSheet {
  readonly name: string;
  /** As many cells as the widest row; an empty one is ''. */
  readonly rows: readonly (readonly ReadCell[])[];
}

/** A text, or a number with the code of its format. */
export type ReadCell = string | { readonly number: number; readonly format: string };

/** Opens a workbook as a spreadsheet program would, from the root relation on. Throws where anything is missing. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const parts = await unzipped(bytes);
  const part = (name: string): XmlElement => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`no part ${name}`);
    return readXml(xml);
  };
  const relations = elementsOf(part('xl/_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(relations.map(({ attributes: { Id, Target } }) => [Id, `xl/${Target}`]));
  const strings = elementsOf(part('xl/sharedStrings.xml'), 't').map(stringOf);
  const formats = formatsOf(part('xl/styles.xml'));
  const sheets = elementsOf(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
    const sheet = part(targets.get(attributes['r:id'])!);
    const rows = elementsOf(sheet, 'row').map((row) => cellsOf(row, strings, formats));
    const width = Math.max(...rows.map((row) => row.length));
    return {
      name: attributes['name']!,
      rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
    };
  });
  return { parts, sheets };
}

async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk);
    parts.set(entry.fileName, decoder.decode(Buffer.concat(chunks)));
  }
  return parts;
}

/** ECMA-376 part 1, 22.9.2.19: how a string writes what XML cannot. Excel drops the space around it unless told not to. */
const stringOf = ({ attributes, text }: XmlElement): string =>
  (attributes['xml:space'] === 'preserve' ? text : text.trim()).replace(
    /_x([\da-fA-F]{4})_/g,
    (_, code: string) => String.fromCharCode(parseInt(code, 16)),
  );

function formatsOf(styles: XmlElement): string[] {
  const own = elementsOf(styles, 'numFmt').map(
    ({ attributes }) => [attributes['numFmtId'], attributes['formatCode']!] as const,
  );
  const codes = new Map<string | undefined, string>([['0', 'General'], ['49', '@'], ...own]);
  const [formats] = elementsOf(styles, 'cellXfs');
  return elementsOf(formats!, 'xf').map(({ attributes }) => codes.get(attributes['numFmtId'])!);
}

function cellsOf(row: XmlElement, strings: readonly string[], formats: readonly string[]) {
  const cells: ReadCell[] = [];
  for (const { attributes, text } of row.children) {
    const [, letters = '', number] = /^([A-Z]+)(\d+)$/.exec(attributes['r']!)!;
    if (number !== row.attributes['r']) throw new Error(`${attributes['r']} in another row`);
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const format = formats[Number(attributes['s'])]!;
    const isText = attributes['t'] === 's';
    cells[column - 1] = isText ? strings[Number(text)]! : { number: Number(text), format };
  }
  return cells;
}
