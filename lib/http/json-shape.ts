/** What the text of a JSON value shows before it is parsed. */
export interface JsonShape {
  /** Arrays and objects inside one another. */
  readonly depth: number;
  /** Members of all objects, counted as written: as many as colons outside strings. */
  readonly members: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Measures a JSON text in one pass without building anything. For text that is not JSON the figures mean nothing;
 * it never throws. Depth has to be known before parsing: JSON.parse takes any, and what later walks the value recursively
 * would overflow the stack.
 */
export function jsonShape(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case 0x3a: // :
        members += 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      default:
    }
  }
  return { depth: deepest, members };
}

/** The closing quote of the string opened here, or the text's end. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close === -1 ? text.length : close;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}
