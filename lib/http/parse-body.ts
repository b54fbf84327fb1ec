import { Refused } from '../contest/refusal.ts';
import type { ApiEvent } from './api-event.ts';
import { malformed, parseJson } from './parse-json.ts';
import { RequestRefused } from './request-refused.ts';

/** Our limit: the largest form of the contest is far below it, and documents never pass through here. */
const MOST_BYTES = 64 * 1024;
const MOST_BASE64 = Math.ceil(MOST_BYTES / 3) * 4;

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*(?:utf-8|"utf-8")\s*)?$/i;

// A byte order mark is kept, and so refused as JSON: RFC 8259 §8.1 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether an operation takes a body. */
export type BodyUse = 'none' | 'optional' | 'needed';

/**
 * The body as a new value, or undefined where there is none and the operation needs none. What takes no body refuses any,
 * unread.
 * @throws RequestRefused payload-too-large, unsupported-media-type, malformed-json
 * @throws Refused validation-failed
 */
export function parseBody(event: ApiEvent, use: BodyUse): unknown {
  const sent = event.body ?? '';
  if (sent === '' && use !== 'needed') return undefined;
  if (use === 'none') {
    throw new Refused({
      code: 'validation-failed',
      errors: [{ pointer: '', code: 'not-allowed' }],
    });
  }
  requireJson(event.headers);
  return parseJson(event.isBase64Encoded ? decoded(sent) : checked(sent));
}

function requireJson(headers: ApiEvent['headers']): void {
  const encoding = headers['content-encoding'];
  const isPlain = encoding === undefined || encoding.toLowerCase() === 'identity';
  if (!isPlain || !JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new RequestRefused('unsupported-media-type');
  }
}

function decoded(base64: string): string {
  // Refused before decoding: a gateway hands on up to 10 MB.
  if (base64.length > MOST_BASE64) throw new RequestRefused('payload-too-large');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MOST_BYTES) throw new RequestRefused('payload-too-large');
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('invalid-utf-8');
  }
}

function checked(text: string): string {
  // No character takes more than three bytes for each of its UTF-16 units, so most texts need no counting.
  if (text.length * 3 > MOST_BYTES && Buffer.byteLength(text) > MOST_BYTES) {
    throw new RequestRefused('payload-too-large');
  }
  if (!text.isWellFormed()) throw malformed('invalid-utf-8');
  return text;
}
