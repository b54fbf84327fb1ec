/** Both ends are included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` header asks of `size` bytes (RFC 9110 §14.2): one range, or `everything` for a header that is absent,
 * malformed or names several ranges (a server may ignore those), or `unsatisfiable` (416).
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | 'everything' | 'unsatisfiable' {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'everything';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return 'everything';
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size - 1) };
}
