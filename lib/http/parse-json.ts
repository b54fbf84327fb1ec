import { type FieldError, Refused } from '../contest/refusal.ts';
import { pointerOf } from './field-errors.ts';
import { jsonShape } from './json-shape.ts';
import { RequestRefused } from './request-refused.ts';

const DEEPEST = 32;

/**
 * Parses a JSON text more strictly than JSON.parse: nested at most 32 deep, no key twice in one object (the last one
 * would win silently), no half surrogate pairs (they would be stored as U+FFFD), no `__proto__`.
 * @throws RequestRefused malformed-json
 * @throws Refused validation-failed, for text that is JSON and holds what nothing takes
 */
export function parseJson(text: string): unknown {
  const { depth, members } = jsonShape(text);
  if (depth > DEEPEST) throw malformed('too-deep', DEEPEST);
  const value = parse(text);
  const walk: Walk = { members: 0, errors: [] };
  visit(value, [], walk);
  // A key written twice leaves one member fewer than colons. Counting needs no unescaping of keys and no sets of them.
  if (walk.members !== members) throw malformed('duplicate-key');
  if (walk.errors.length > 0) {
    throw new Refused({ code: 'validation-failed', errors: walk.errors });
  }
  return value;
}

/** The refusal of a body that is not JSON in UTF-8; the code tells why. */
export function malformed(code: string, limit?: number): RequestRefused {
  const error: FieldError = { pointer: '', code, ...(limit === undefined ? {} : { limit }) };
  return new RequestRefused('malformed-json', { errors: [error] });
}

interface Walk {
  members: number;
  readonly errors: FieldError[];
}

/** A value in a request of 64 KiB can hold thousands of bad places; a few are enough to mend it. */
const MOST_ERRORS = 50;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('syntax');
  }
}

function visit(value: unknown, path: string[], walk: Walk): void {
  if (typeof value === 'string') requireText(value, path, walk);
  else if (Array.isArray(value)) visitElements(value, path, walk);
  else if (typeof value === 'object' && value !== null) visitMembers(value, path, walk);
}

function visitElements(elements: readonly unknown[], path: string[], walk: Walk): void {
  for (let index = 0; index < elements.length; index += 1) {
    within(elements[index], String(index), path, walk);
  }
}

function visitMembers(object: object, path: string[], walk: Walk): void {
  for (const [key, value] of Object.entries(object)) {
    walk.members += 1;
    requireText(key, path, walk);
    if (key === '__proto__') note(walk, [...path, key], 'unknown-field');
    within(value, key, path, walk);
  }
}

function requireText(text: string, path: readonly string[], walk: Walk): void {
  if (!text.isWellFormed()) note(walk, path, 'ill-formed-text');
}

function within(value: unknown, part: string, path: string[], walk: Walk): void {
  path.push(part);
  visit(value, path, walk);
  path.pop();
}

function note(walk: Walk, path: readonly string[], code: string): void {
  if (walk.errors.length < MOST_ERRORS) walk.errors.push({ pointer: pointerOf(path), code });
}
