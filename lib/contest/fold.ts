/** Letters that Unicode does not decompose: Vietnamese đ, and ƀ of the Ba Na and Gia Rai alphabets. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ƀ', 'b'],
]);

/**
 * The one fold for search and duplicates: compatibility decomposition; every mark off, so that tone placement
 * (hoá, hòa), NFC or NFD and Turkish İ make no difference; case off, with ß as ss; đ as d, ƀ as b;
 * punctuation and symbols become a space; spaces collapsed. What has no letter or digit folds to ''.
 */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    // Lower case first: capital ẞ has no upper case of its own, its small form has (SS).
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[đƀ]/g, (letter) => plainLetters.get(letter) ?? letter);

/**
 * The key under which two titles or names count as the same: the search fold without spaces, so that "Măng-Đen"
 * and "Măng Đen" are one. A text of symbols only keeps itself in NFC, lest all such texts be one.
 */
export const foldForUniqueness = (text: string): string =>
  foldForSearch(text).replaceAll(' ', '') || text.normalize('NFC').trim();
