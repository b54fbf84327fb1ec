import { isList, utf8Bytes } from './item-size.ts';
import type { Key, LimitName, Value } from './table.ts';
import { LimitExceeded } from './table.ts';

const PARTITION_KEY_BYTES = 2048;
const SORT_KEY_BYTES = 1024;
/** Lists and maps inside one another; the item itself is DynamoDB's 32nd level. */
const NESTING = 31;

/** @throws LimitExceeded always: the one way out of every check. */
export function refuse(limit: LimitName, message: string): never {
  throw new LimitExceeded(limit, message);
}

/** @throws LimitExceeded when a key is empty, too long or not well-formed text. */
export function checkKey(key: Key): void {
  checkPartition('pk', key.pk);
  checkSort('sk', key.sk);
}

/** @throws LimitExceeded unless it is a partition key of 1 to 2,048 bytes. */
export function checkPartition(name: string, text: string): void {
  checkKeyText(name, text, 'partition-key-size', PARTITION_KEY_BYTES);
}

/** @throws LimitExceeded unless it is a sort key of 1 to 1,024 bytes. */
export function checkSort(name: string, text: string): void {
  checkKeyText(name, text, 'sort-key-size', SORT_KEY_BYTES);
}

/** @throws LimitExceeded unless it can name an attribute. */
export function checkName(name: string): void {
  if (name === '') refuse('value', 'an attribute without a name');
  // The SDK's JSON reader assigns names to plain objects: this one would set their prototype.
  if (name === '__proto__') refuse('value', 'an attribute may not be named __proto__');
  checkText('an attribute name', name);
}

/** @throws LimitExceeded unless every part of it can be stored and read back as it was. */
export function checkValue(name: string, value: Value | undefined, depth = 0): void {
  if (typeof value === 'string') checkText(name, value);
  else if (typeof value === 'number') checkNumber(name, value);
  else if (value === undefined) refuse('value', `${name} holds undefined`);
  else if (typeof value === 'object' && value !== null) checkParts(name, value, depth + 1);
}

/** @throws LimitExceeded unless it is a safe integer. */
export function checkNumber(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) refuse('value', `${name} is not a safe integer`);
}

type Parts = Exclude<Value, string | number | boolean | null>;

function checkParts(name: string, value: Parts, depth: number): void {
  if (depth > NESTING) refuse('value', `${name} is nested deeper than ${NESTING} levels`);
  if (isList(value)) {
    for (const part of value) checkValue(name, part, depth);
    return;
  }
  for (const [part, inner] of Object.entries(value)) {
    checkName(part);
    checkValue(name, inner, depth);
  }
}

function checkKeyText(name: string, text: string, limit: LimitName, most: number): void {
  if (text === '') refuse('empty-key', `${name} is empty`);
  checkText(name, text);
  const bytes = utf8Bytes(text);
  if (bytes > most) refuse(limit, `${name} of ${bytes} bytes; at most ${most}`);
}

function checkText(name: string, text: string): void {
  if (!text.isWellFormed()) refuse('value', `${name} holds half of a surrogate pair`);
}
