import type { Item, Key, Value } from './table.ts';

const encoder = new TextEncoder();

/** Bytes of a string in UTF-8, as DynamoDB counts names and strings. */
export function utf8Bytes(text: string): number {
  // Nearly every name and key is ASCII and short; the encoder allocates, so it is asked only when it must be.
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x7f) return encoder.encode(text).byteLength;
  }
  return text.length;
}

/**
 * Bytes of a safe integer: one, one per pair of decimal digits (pairs counted from the right, trailing zero
 * pairs free), one for a minus. Amazon documents it as "approximately"; measured against DynamoDB Local 3.3.1.
 */
function numberBytes(value: number): number {
  if (value === 0) return 1;
  let digits = Math.abs(value);
  while (digits % 100 === 0) digits /= 100;
  return 1 + Math.ceil(String(digits).length / 2) + (value < 0 ? 1 : 0);
}

/** Bytes of an attribute's value without its name: lists and maps cost 3 and 1 more per element. */
export function valueBytes(value: Value): number {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'boolean' || value === null) return 1;
  if (isList(value)) return value.reduce<number>((sum, part) => sum + 1 + valueBytes(part), 3);
  return Object.entries(value).reduce((sum, [k, v]) => sum + 1 + utf8Bytes(k) + valueBytes(v), 3);
}

/** Bytes of a whole item by DynamoDB's formula: what the 400 KB, 4 MB and 1 MB limits count. */
export function itemBytes(item: Item): number {
  let sum = 0;
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) sum += utf8Bytes(name) + valueBytes(value);
  }
  return sum;
}

/** Bytes of a key with its attribute names. */
export function keyBytes(key: Key): number {
  return 4 + utf8Bytes(key.pk) + utf8Bytes(key.sk);
}

/** Tells a list from a map; `Array.isArray` alone does not narrow a readonly array away. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
