import { strFromU8, unzipSync } from 'fflate';
import { elementsOf, readXml, type XmlElement } from './read-xml.ts';

/** What a program that opens a DOCX file finds in it. */
export interface ReadDocument {
  /** Every part of the archive, in order, as text. */
  readonly parts: ReadonlyMap<string, string>;
  /** Paragraphs in order, those in tables too. */
  readonly paragraphs: readonly string[];
  /** Tables as rows of cells; lines of a cell are parted by a line feed. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Of the only section: millimetres, to one decimal. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly hasFirst: boolean;
  };
  /** By kind: default, first. */
  readonly headers: { readonly [kind: string]: ReadBand };
  readonly footers: { readonly [kind: string]: ReadBand };
  readonly font: string;
  /** Points. */
  readonly size: number;
  /** Instructions of all fields, wherever they are. */
  readonly fields: readonly string[];
  readonly properties: { readonly [name: string]: string };
}

interface ReadBand {
  readonly text: string;
  readonly fields: readonly string[];
}

/** Opens a document as a word processor would, by its relations. Throws where anything is missing or not well-formed. */
export function readDocument(bytes: Uint8Array): ReadDocument {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const part = (name: string): XmlElement => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`no part ${name}`);
    return readXml(xml);
  };
  for (const name of parts.keys()) part(name);
  const relations = elementsOf(part('word/_rels/document.xml.rels'), 'Relationship');
  const targets = new Map(
    relations.map(({ attributes: { Id, Target } }) => [Id, `word/${Target}`]),
  );
  const document = part('word/document.xml');
  const [section] = elementsOf(document, 'w:sectPr');
  const bands = (name: string) =>
    Object.fromEntries(
      elementsOf(section!, name).map(({ attributes }) => {
        const band = part(targets.get(attributes['r:id'])!);
        return [attributes['w:type']!, { text: textOf(band), fields: fieldsOf(band) }];
      }),
    );
  const [defaults] = elementsOf(part('word/styles.xml'), 'w:rPrDefault');
  const core = part('docProps/core.xml');
  return {
    parts,
    paragraphs: elementsOf(document, 'w:p').map(textOf),
    tables: elementsOf(document, 'w:tbl').map((table) =>
      elementsOf(table, 'w:tr').map((row) =>
        elementsOf(row, 'w:tc').map((one) => elementsOf(one, 'w:p').map(textOf).join('\n')),
      ),
    ),
    page: pageOf(section!),
    headers: bands('w:headerReference'),
    footers: bands('w:footerReference'),
    font: elementsOf(defaults!, 'w:rFonts')[0]!.attributes['w:ascii']!,
    size: Number(elementsOf(defaults!, 'w:sz')[0]!.attributes['w:val']) / 2,
    fields: [...parts]
      .filter(([name]) => name.endsWith('.xml'))
      .flatMap(([name]) => fieldsOf(part(name))),
    properties: Object.fromEntries(core.children.map(({ name, text }) => [name, text])),
  };
}

/** What of an element is read: its texts, with a line feed for each break. */
const textOf = (root: XmlElement): string =>
  root.children
    .map((child) => {
      if (child.name === 'w:t') return child.text;
      return child.name === 'w:br' ? '\n' : textOf(child);
    })
    .join('');

const fieldsOf = (root: XmlElement): string[] => [
  ...elementsOf(root, 'w:instrText').map(({ text }) => text.trim()),
  ...elementsOf(root, 'w:fldSimple').map(({ attributes }) => attributes['w:instr']!),
];

function pageOf(section: XmlElement): ReadDocument['page'] {
  const [size] = elementsOf(section, 'w:pgSz');
  const [margins] = elementsOf(section, 'w:pgMar');
  const length = (element: XmlElement | undefined, name: string): number =>
    Math.round((Number(element?.attributes[name]) * 254) / 1440) / 10;
  return {
    width: length(size, 'w:w'),
    height: length(size, 'w:h'),
    top: length(margins, 'w:top'),
    bottom: length(margins, 'w:bottom'),
    left: length(margins, 'w:left'),
    right: length(margins, 'w:right'),
    hasFirst: elementsOf(section, 'w:titlePg').length === 1,
  };
}
