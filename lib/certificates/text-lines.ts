/** How wide a word comes out, in the unit of the widths given. */
export type Measure = (word: string) => number;

interface Word {
  readonly text: string;
  readonly width: number;
}

/**
 * The text in as few lines as fit the width, of lengths as alike as they come: a last line of one word looks like a mistake.
 * A word that is wider than a line is parted; a no-break space parts nothing and comes out as a space.
 */
export function balancedLines(text: string, width: number, measure: Measure): string[] {
  const space = measure(' ');
  const words = text
    .split(' ')
    .map((word) => word.replaceAll('\u00a0', ' '))
    .map((word) => ({ text: word, width: measure(word) }))
    .flatMap((word) => (word.width <= width ? [word] : parted(word.text, width, measure)));
  const most = filled(words, width, space).length;
  let [narrow, wide] = [most === 1 ? width : Math.max(...words.map((one) => one.width)), width];
  while (wide - narrow > width / 500) {
    const between = (narrow + wide) / 2;
    if (filled(words, between, space).length > most) narrow = between;
    else wide = between;
  }
  return filled(words, wide, space);
}

function filled(words: readonly Word[], width: number, space: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let taken = 0;
  for (const word of words) {
    if (line.length > 0 && taken + space + word.width > width) {
      lines.push(line.join(' '));
      line = [];
    }
    taken = line.length === 0 ? word.width : taken + space + word.width;
    line.push(word.text);
  }
  return [...lines, line.join(' ')];
}

/** A word in parts that fit, each of whole characters as people count them. */
function parted(word: string, width: number, measure: Measure): Word[] {
  const parts: Word[] = [];
  let part = { text: '', width: 0 };
  for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
    const more = measure(segment);
    if (part.text !== '' && part.width + more > width) {
      parts.push(part);
      part = { text: '', width: 0 };
    }
    part = { text: part.text + segment, width: part.width + more };
  }
  return [...parts, part];
}
