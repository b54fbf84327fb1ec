import type { Text } from './plan.ts';

/** What a mail says, in plain text. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What every mail of an edition is written with. */
export interface LetterHead {
  /** The edition's name. */
  readonly edition: Text;
  /** Of the tz database: times are told by its clocks. */
  readonly timeZone: string;
  /** Where the system is, without a slash at the end. */
  readonly origin: string;
}

/** In UTF-16 units: what both mailers take. */
export const longestSubject = 250;

/** A mail in Vietnamese and then in English; its subject is cut to what a mailer takes. */
export const letterOf = (subject: string, said: Text): Letter => ({
  subject: sendableSubject(subject),
  text: `${said.vi}\n\n---\n${said.en}\n`,
});

/** User text may be in a subject: a control in it could smuggle a header in, and half a character is none. */
function sendableSubject(subject: string): string {
  const line = subject.replace(/\p{Cc}+/gu, ' ').trim();
  if (line.length <= longestSubject) return line;
  const cut = line.slice(0, longestSubject - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** Lines of a list in a mail; without any there is no line at all. */
export const listed = (lines: readonly string[]): string =>
  lines.map((line) => `\n- ${line}`).join('');
