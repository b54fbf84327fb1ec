import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of bytes, lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/**
 * The one text of a JSON value (RFC 8785): same value, same bytes. The library is asked for scalars alone: it adds a large
 * outcome up piece by piece, which takes four times the memory of the text. @throws TypeError for what is not JSON
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isRecord(value)) {
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    return `{${names
      .sort(byUnits)
      .map((name) => `${scalarText(name)}:${canonicalJson(value[name])}`)
      .join(',')}}`;
  }
  return scalarText(value);
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

/** SHA-256 of a value's canonical JSON, lower-case hex. */
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value));
