/** A token of PDF syntax (ISO 32000-1 §7.2) and where it stands; `end` is past it. */
export interface PdfToken {
  /** `mark`: `<<`, `>>`, `[`, `]`, and what stands alone. */
  readonly kind: 'name' | 'word' | 'mark' | 'string' | 'comment';
  /** A name without its slash, `#xx` resolved; empty for a string or a comment. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A table over the byte values: a large file holds millions of tokens. */
const WHITE = byteTable([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITER = byteTable(Buffer.from('()<>[]{}/%'));
const HEX = byteTable(Buffer.from('0123456789abcdefABCDEF'));
const HEX_PAIR = /#([0-9a-fA-F]{2})/g;
const SLASH = 0x2f;
const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKSLASH = 0x5c;
const LESS = 0x3c;
const GREATER = 0x3e;

/** The next token at or after `from`; undefined at the end. Anything is some token: nothing is passed over. */
export function readPdfToken(bytes: Buffer, from: number): PdfToken | undefined {
  let start = from;
  while (WHITE[bytes[start] ?? 0xff] === 1) start += 1;
  const first = bytes[start];
  if (first === undefined) return;
  if (first === SLASH) return readName(bytes, start);
  if (first === PERCENT) return token('comment', '', start, endOfLine(bytes, start));
  if (first === OPEN) return token('string', '', start, endOfString(bytes, start));
  if (first === LESS || first === GREATER) return readAngle(bytes, start, first);
  if (DELIMITER[first] === 1) {
    return token('mark', String.fromCharCode(first), start, start + 1);
  }
  const end = endOfRegular(bytes, start);
  return token('word', bytes.toString('latin1', start, end), start, end);
}

function token(kind: PdfToken['kind'], text: string, start: number, end: number): PdfToken {
  return { kind, text, start, end };
}

function readName(bytes: Buffer, start: number): PdfToken {
  const end = endOfRegular(bytes, start + 1);
  const raw = bytes.toString('latin1', start + 1, end);
  const text = raw.includes('#')
    ? raw.replace(HEX_PAIR, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
  return token('name', text, start, end);
}

function readAngle(bytes: Buffer, start: number, first: number): PdfToken {
  if (bytes[start + 1] === first) {
    return token('mark', first === LESS ? '<<' : '>>', start, start + 2);
  }
  // A hexadecimal string ends where it stops being one, so that it cannot swallow a dictionary.
  let end = start + 1;
  while (first === LESS && isHexOrWhite(bytes[end])) end += 1;
  if (first === LESS && bytes[end] === GREATER) return token('string', '', start, end + 1);
  return token('mark', String.fromCharCode(first), start, start + 1);
}

function isHexOrWhite(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return WHITE[byte] === 1 || HEX[byte] === 1;
}

function endOfRegular(bytes: Buffer, from: number): number {
  let end = from;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0;
    if (WHITE[byte] === 1 || DELIMITER[byte] === 1) break;
  }
  return end;
}

function endOfLine(bytes: Buffer, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
  return end;
}

/** Parentheses nest; a backslash takes the next byte's meaning away. */
function endOfString(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function byteTable(bytes: Iterable<number>): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}
