/** What no XML can hold, and marks that make a text read other than it is stored; line feeds stay. */
const unreadable =
  /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as a paper may show it: in NFC, without controls and marks of direction, U+FFFD for half of a pair; a tab is a space. */
export const readableText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(unreadable, '')
    .normalize('NFC');
