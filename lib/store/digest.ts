import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of bytes, lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** The one text of a JSON value (RFC 8785): same value, same bytes. @throws TypeError for what is not JSON */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256 of a value's canonical JSON, lower-case hex. */
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value));
