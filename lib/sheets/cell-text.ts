/** Excel's limit for the text of a cell, in UTF-16 code units: a longer one makes it offer to repair the file. */
const LONGEST_TEXT = 32_767;

const MARK = '…';

/** The C0 controls and the two noncharacters that XML 1.0 has no way to hold, not even as a reference. */
const unwritable = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/gu;

/** Half of a pair at the end, where a text was cut. */
const halfPair = /[\ud800-\udbff]$/;

/** Excel reads `_x0041_` in a cell as the letter A, unless its first underscore is written so itself. */
const mistakable = /_(?=x[\da-fA-F]{4}_)/g;

const special = /[&<>"\r\n\t]/g;

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML makes a line feed of a bare one, and in attributes spaces of all three.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * The text as a cell can hold it: without what XML cannot hold, U+FFFD for half of a pair, and cut with an ellipsis
 * where it is longer than Excel takes. Everything else stays, a leading = + - @ too: a cell of text never runs.
 */
export function cellText(text: string): string {
  // In this order: two halves with a control between them must not become a pair.
  const writable = text.toWellFormed().replace(unwritable, '');
  if (writable.length <= LONGEST_TEXT) return writable;
  return writable.slice(0, LONGEST_TEXT - MARK.length).replace(halfPair, '') + MARK;
}

/** A text of `cellText` for between the tags of a string item. */
export const stringItemXml = (text: string): string => xmlText(text.replace(mistakable, '_x005F_'));

/** A text of `cellText` for between tags, or between the double quotes of an attribute. */
export const xmlText = (text: string): string =>
  text.replace(special, (character) => references[character] ?? character);
