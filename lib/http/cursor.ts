import { hash } from 'node:crypto';
import { RequestRefused } from './request-refused.ts';

const TAG_CHARACTERS = 12;
const LONGEST = 1500;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A place in a list as an opaque text. `binding` is what the list is of: operation, person and filters. The position must tell
 * nothing the caller may not know, for it can be read; it is used only inside the partition the authorised query names itself.
 */
export function sealCursor(binding: string, position: string): string {
  return Buffer.from(tagOf(binding) + position).toString('base64url');
}

/**
 * The position in a cursor. `shape` is what a position of this list looks like: the tag is no secret, and a table refuses
 * to start outside of what it is asked for.
 * @throws RequestRefused cursor-invalid: edited out of shape, or of another list, person or filter
 */
export function openCursor(binding: string, text: string, shape: RegExp): string {
  const opened = decoded(text);
  const isOurs = opened?.startsWith(tagOf(binding)) && shape.test(opened.slice(TAG_CHARACTERS));
  if (opened === undefined || !isOurs) {
    throw new RequestRefused('cursor-invalid', {
      errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
    });
  }
  return opened.slice(TAG_CHARACTERS);
}

function tagOf(binding: string): string {
  return hash('sha256', binding, 'hex').slice(0, TAG_CHARACTERS);
}

function decoded(text: string): string | undefined {
  if (text.length > LONGEST || !BASE64URL.test(text)) return undefined;
  try {
    return utf8.decode(Buffer.from(text, 'base64url'));
  } catch {
    return undefined;
  }
}
