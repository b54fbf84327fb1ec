const KEY = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/;
const PREFIX = /^(?:[A-Za-z0-9_.-]+\/)*[A-Za-z0-9_.-]*$/;
const LONGEST_KEY = 512;
const LONGEST_SEGMENT = 100;

/**
 * Whether both sides of the files port take this text as an object's key: segments of `[A-Za-z0-9_.-]` joined by
 * `/`, none of them empty, `.` or `..`. Narrower than S3, so that a key needs no escaping in a URL or on a disk.
 */
export function isObjectKey(text: string): boolean {
  if (text.length > LONGEST_KEY || !KEY.test(text)) return false;
  return text.split('/').every(isPlainSegment);
}

/** @throws RangeError when the text is no object key: keys are made by the server, so this is a fault of ours. */
export function requireObjectKey(text: string): void {
  if (!isObjectKey(text)) throw new RangeError('not an object key');
}

/** A key's beginning: it may end anywhere, also inside a segment. @throws RangeError as `requireObjectKey` does. */
export function requireKeyPrefix(text: string): void {
  const whole = text.split('/').slice(0, -1);
  const plain = whole.every(isPlainSegment);
  if (text.length > LONGEST_KEY || !PREFIX.test(text) || !plain) {
    throw new RangeError('not the beginning of an object key');
  }
}

/** The order of S3's lists: keys are ASCII, so UTF-16 units compare as bytes do. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isPlainSegment(segment: string): boolean {
  return segment !== '.' && segment !== '..' && segment.length <= LONGEST_SEGMENT;
}
