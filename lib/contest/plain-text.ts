export interface TextRule {
  /** Most code points, counted in NFC. */
  readonly max: number;
  /** Fewest; 0 lets an empty text pass. */
  readonly min: number;
  /** Whether line feeds may stand in it. */
  readonly multiline: boolean;
}

export interface TextProblem {
  readonly code:
    | 'not-well-formed'
    | 'control-character'
    | 'confusable-text'
    | 'blank'
    | 'too-short'
    | 'too-long';
  readonly limit?: number;
}

/** Controls but line feed, the two Unicode line ends, and noncharacters, which no XML (DOCX, XLSX) may hold. */
const controls = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Embeddings, overrides and isolates: they make a text read other than it is stored. */
const bidi = /[\u202a-\u202e\u2066-\u2069]/u;

/** Anything a reader sees: neither space nor zero-width, filler or blank braille. */
const visible = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Any code unit but the ordinary: a control, a line end of Unicode's, a noncharacter, a mark of direction, half of a pair.
 * Nearly every text has none; one look then does for four, and code units are code points (5.4 µs became 0.4 for 360 characters).
 */
const unusual = /[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/** NFC without space around it; the line ends of a multi-line text become line feeds. */
export const normaliseText = (text: string, { multiline }: Pick<TextRule, 'multiline'>): string =>
  (multiline ? text.replace(/\r\n?/g, '\n') : text).normalize('NFC').trim();

/** Everything that is wrong with a normalised text, each with its code; `limit` where a length is crossed. */
export const textProblems = (text: string, rule: TextRule): TextProblem[] => {
  const isUnusual = unusual.test(text);
  const problems = isUnusual ? characterProblems(text) : [];
  const hasControl = problems.some(({ code }) => code === 'control-character');
  if (!rule.multiline && text.includes('\n') && !hasControl) {
    problems.push({ code: 'control-character' });
  }
  const length = isUnusual ? [...text].length : text.length;
  if (!visible.test(text) && (length > 0 || rule.min > 0)) problems.push({ code: 'blank' });
  else if (length < rule.min) problems.push({ code: 'too-short', limit: rule.min });
  if (length > rule.max) problems.push({ code: 'too-long', limit: rule.max });
  return problems;
};

function characterProblems(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  if (!text.isWellFormed()) problems.push({ code: 'not-well-formed' });
  if (controls.test(text)) problems.push({ code: 'control-character' });
  if (bidi.test(text)) problems.push({ code: 'confusable-text' });
  return problems;
}
