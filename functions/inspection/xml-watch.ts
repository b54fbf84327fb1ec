import { Rejected } from './rejected.ts';

/** What no XML part of a document may hold, wherever a chunk of it ends. */
const FORBIDDEN: readonly [Buffer, 'structure' | 'active-content'][] = [
  // A document type is the way to entities: billion laughs, and files of the reader's machine.
  [Buffer.from('<!DOCTYPE'), 'structure'],
  [Buffer.from('<!ENTITY'), 'structure'],
  [Buffer.from('DDEAUTO'), 'active-content'],
  [Buffer.from('ddeLink '), 'active-content'],
];
const OVERLAP = Math.max(...FORBIDDEN.map(([pattern]) => pattern.length)) - 1;
const XML_NAME = /\.(?:xml|rels|vml|svg)$/i;
const ENCODING = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)["']/;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Looks at the chunks of one part in turn. @throws Rejected */
export type PartWatch = (chunk: Buffer) => void;

/** Watches a part if its name or its first bytes say that it is XML; it must be UTF-8 then. */
export function watchXml(name: string): PartWatch {
  let before = Buffer.alloc(0);
  let isXml: boolean | undefined;
  return (chunk) => {
    isXml ??= startsAsXml(name, chunk);
    if (!isXml) return;
    const text = Buffer.concat([before, chunk]);
    for (const [pattern, reason] of FORBIDDEN) {
      if (text.includes(pattern)) throw new Rejected(reason, `${pattern} in a part`);
    }
    before = text.subarray(Math.max(0, text.length - OVERLAP));
  };
}

function startsAsXml(name: string, chunk: Buffer): boolean {
  const bare = chunk.subarray(0, 3).equals(BOM) ? chunk.subarray(3) : chunk;
  const start = bare.toString('latin1', 0, 300).trimStart();
  if (!start.startsWith('<')) {
    if (XML_NAME.test(name)) throw new Rejected('structure', 'an XML part that is not UTF-8');
    return false;
  }
  const encoding = ENCODING.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  if (encoding !== 'utf-8' && encoding !== 'us-ascii') {
    throw new Rejected('structure', 'XML in another encoding');
  }
  return true;
}
