import { hash } from 'node:crypto';

/** What a request asks for, as it was sent. */
export interface RequestContent {
  readonly operation: string;
  readonly path: { readonly [name: string]: string | undefined };
  readonly query: { readonly [name: string]: string };
  readonly body: unknown;
}

/**
 * SHA-256 (hex) of what was asked, whatever the order of members or the spaces of the body.
 *
 * If-Match is no part of it: a caller whose answer was lost reads again, sees its own change under a new ETag and repeats the
 * act with that one; the right answer is then the first one, not "this key was used for another request".
 */
export function requestHash({ operation, path, query, body }: RequestContent): string {
  return hash('sha256', canonical([operation, path, query, body ?? null]), 'hex');
}

/**
 * One text for equal JSON values. Our own, because it must take everything JSON.parse gives (RFC 8785 refuses the infinity
 * that `1e999` is read as) and is never compared with anybody else's.
 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(byName);
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
