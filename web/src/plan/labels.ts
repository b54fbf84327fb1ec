import type { Path } from './json.ts';

/** Words for places by their names from the plan down, or by the last of these. */
export interface PlaceWords {
  readonly [place: string]: string | undefined;
}

/** The word for a place: by its whole way, or by the longest end of it that has one. */
export function wordFor(words: PlaceWords, path: Path): string | undefined {
  const names = path.filter((step) => typeof step === 'string');
  for (let from = 0; from < names.length; from += 1) {
    const word = words[names.slice(from).join('.')];
    if (word !== undefined) return word;
  }
  return undefined;
}

/** The word for a value that may be chosen at a place. */
export const wordForChoice = (words: PlaceWords, path: Path, value: string): string =>
  wordFor(words, [...path, value]) ?? value;
