import { createHash, hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of bytes, lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** The one text of a JSON value (RFC 8785): same value, same bytes. @throws TypeError for what is not JSON */
export function canonicalJson(value: unknown): string {
  const chunks: string[] = [];
  inChunks(value, (chunk) => chunks.push(chunk));
  return chunks.join('');
}

/** SHA-256 of a value's canonical JSON, lower-case hex; of a large outcome the text is never whole in memory. */
export function digestOf(value: unknown): string {
  const sum = createHash('sha256');
  inChunks(value, (chunk) => sum.update(chunk, 'utf8'));
  return sum.digest('hex');
}

/** Some ten kilobytes: a hash costs more for each call than for its bytes, and single pieces more memory than their text. */
const piecesInChunk = 2048;

function inChunks(value: unknown, each: (chunk: string) => void): void {
  const pieces: string[] = [];
  writeCanonical(value, (piece) => {
    if (pieces.push(piece) < piecesInChunk) return;
    each(pieces.join(''));
    pieces.length = 0;
  });
  each(pieces.join(''));
}

/**
 * Writes that text piece by piece, none of them ending within a character. The library is asked for scalars alone: it adds a
 * large outcome up as it goes, which takes four times the memory of the text.
 */
function writeCanonical(value: unknown, write: (piece: string) => void): void {
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) {
      write(at === 0 ? '[' : ',');
      writeCanonical(part, write);
    }
    write(value.length === 0 ? '[]' : ']');
  } else if (isRecord(value)) {
    writeRecord(value, write);
  } else {
    write(scalarText(value));
  }
}

function writeRecord(
  value: { readonly [name: string]: unknown },
  write: (piece: string) => void,
): void {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  for (const [at, name] of names.sort(byUnits).entries()) {
    write(`${at === 0 ? '{' : ','}${scalarText(name)}:`);
    writeCanonical(value[name], write);
  }
  write(names.length === 0 ? '{}' : '}');
}

/** As RFC 8785 asks: by UTF-16 units. */
const byUnits = (a: string, b: string): number => (a < b ? -1 : 1);

/** Nothing of ours has a `toJSON`: what has one is no plain value. */
const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !('toJSON' in value);

function scalarText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
