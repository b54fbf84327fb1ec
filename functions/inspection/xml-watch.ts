import { type ByteWatch, type ForbiddenBytes, watchBytes } from './byte-watch.ts';
import { watchFields } from './field-watch.ts';
import { Rejected } from './rejected.ts';

/** What no XML part of a document may hold. */
const FORBIDDEN: readonly ForbiddenBytes[] = [
  // A document type is the way to entities: billion laughs, and files of the reader's machine.
  { bytes: Buffer.from('<!DOCTYPE'), reason: 'structure', is: 'a document type' },
  { bytes: Buffer.from('<!ENTITY'), reason: 'structure', is: 'an entity' },
  // A workbook's link to another program.
  { bytes: Buffer.from('<ddeLink'), reason: 'active-content', is: 'DDE' },
  { bytes: Buffer.from(':ddeLink'), reason: 'active-content', is: 'DDE' },
];
const XML_NAME = /\.(?:xml|rels|vml|svg)$/i;
const ENCODING = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)["']/;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Watches a part if its name or its head (its first piece) says that it is XML; it must be UTF-8 then. @throws Rejected,
 * when a piece is seen
 */
export function watchXml(name: string): ByteWatch {
  const watches = [watchBytes(FORBIDDEN), watchFields()];
  let isXml: boolean | undefined;
  return (piece) => {
    isXml ??= startsAsXml(name, piece);
    if (isXml) for (const watch of watches) watch(piece);
  };
}

function startsAsXml(name: string, head: Buffer): boolean {
  const bare = head.subarray(0, 3).equals(BOM) ? head.subarray(3) : head;
  const start = bare.toString('latin1').trimStart();
  // Spaces alone: the first tag is yet to come.
  if (start !== '' && !start.startsWith('<')) {
    if (XML_NAME.test(name)) throw new Rejected('structure', 'an XML part that is not UTF-8');
    return false;
  }
  const encoding = ENCODING.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  if (encoding !== 'utf-8' && encoding !== 'us-ascii') {
    throw new Rejected('structure', 'XML in another encoding');
  }
  return true;
}
