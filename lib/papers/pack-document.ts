import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const properties = 'docProps/core.xml';
const instants = /(<dcterms:(?:created|modified) [^>]*>)[^<]*/gu;

/**
 * The file of a document. The library writes the moment of its making into properties and archive: both are replaced, so that
 * the same content is the same bytes on every machine.
 */
export async function packDocument(document: Document, factsOf: string): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(document));
  const packed: Zippable = {};
  for (const name of Object.keys(parts).sort(contentTypesFirst)) {
    const bytes = parts[name] ?? new Uint8Array();
    packed[name] = name === properties ? dated(bytes, factsOf) : bytes;
  }
  // The first day that ZIP knows, in local time as ZIP writes it.
  return zipSync(packed, { mtime: new Date(1980, 0, 1) });
}

const dated = (bytes: Uint8Array, factsOf: string): Uint8Array =>
  strToU8(strFromU8(bytes).replace(instants, `$1${factsOf}`));

/** What looks at the beginning of a file to tell its kind expects that part first. */
const contentTypesFirst = (one: string, other: string): number =>
  rankOf(one) - rankOf(other) || (one < other ? -1 : 1);

const rankOf = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
