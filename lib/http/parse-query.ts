import * as z from 'zod';
import type { FieldError } from '../contest/refusal.ts';
import { fieldErrors, pointerOf } from './field-errors.ts';
import { RequestRefused } from './request-refused.ts';

const CONTROL = /\p{Cc}/u;

/**
 * The query as one text per name. It reads the raw text, because the gateway joins a repeated name's values by commas.
 * @throws RequestRefused invalid-parameter for a name given twice or a bad escape
 */
export function parseQuery(raw: string): { readonly [name: string]: string } {
  // Without a prototype, so that no name is special.
  const found: { [name: string]: string } = Object.create(null);
  if (raw === '') return found;
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const [name, value] = parsePair(pair);
    if (Object.hasOwn(found, name)) throw invalid(at(name, 'repeated'));
    found[name] = value;
  }
  return found;
}

/** The names a schema declares, or undefined where it is not a plain object. */
export function declaredNames(schema: z.ZodType): ReadonlySet<string> | undefined {
  return schema instanceof z.ZodObject ? new Set(Object.keys(schema.shape)) : undefined;
}

/**
 * Refuses names the operation does not declare, whatever its schema does with them: an ignored filter is a leak in waiting.
 * @throws RequestRefused unknown-parameter
 */
export function requireKnown(
  query: { readonly [name: string]: string },
  names: ReadonlySet<string> | undefined,
): void {
  const unknown = Object.keys(query).filter((name) => names !== undefined && !names.has(name));
  if (unknown.length === 0) return;
  throw new RequestRefused('unknown-parameter', {
    errors: unknown.slice(0, 50).map((name) => at(name, 'unknown-field')),
  });
}

/** @throws RequestRefused invalid-parameter, with pointers under `/path` or `/query` */
export function refuseParameters(error: z.core.$ZodError, value: unknown, base: string): never {
  const errors = fieldErrors(error, value, base);
  throw new RequestRefused('invalid-parameter', { errors });
}

function parsePair(pair: string): readonly [string, string] {
  const equals = pair.indexOf('=');
  const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
  if (name === undefined) throw invalid({ pointer: '/query', code: 'wrong-format' });
  const value = equals === -1 ? '' : decoded(pair.slice(equals + 1));
  if (value === undefined) throw invalid(at(name, 'wrong-format'));
  return [name, value];
}

function decoded(text: string): string | undefined {
  try {
    const value = decodeURIComponent(text.replaceAll('+', ' '));
    return CONTROL.test(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function at(name: string, code: string): FieldError {
  return { pointer: `/query${pointerOf([name])}`, code };
}

function invalid(error: FieldError): RequestRefused {
  return new RequestRefused('invalid-parameter', { errors: [error] });
}
