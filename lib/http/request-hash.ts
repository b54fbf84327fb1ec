import { hash } from 'node:crypto';

/** What a request asks for, as its schemas gave it. */
export interface RequestContent {
  readonly operation: string;
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * SHA-256 (hex) of what was asked. It is taken of the parsed values, whose members stand in the order of their schema and whose
 * text is NFC: neither spaces nor the order or spelling of what was sent make another request of it. (Sorting the members
 * ourselves costs as much again as all the rest of this.)
 *
 * If-Match is no part of it: a caller whose answer was lost reads again, sees its own change under a new ETag and repeats the
 * act with that one; the right answer is then the first one, not "this key was used for another request".
 */
export function requestHash({ operation, path, query, body }: RequestContent): string {
  return hash('sha256', JSON.stringify([operation, path, query, body]), 'hex');
}
