import fc from 'fast-check';

const vowels = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const syllable = fc
  .tuple(
    fc.constantFrom(
      '',
      'b',
      'ch',
      'Đ',
      'đ',
      'gi',
      'H',
      'kh',
      'l',
      'Ng',
      'ngh',
      'ph',
      'T',
      'th',
      'tr',
    ),
    fc.constantFrom(...vowels, ...vowels.toUpperCase()),
    fc.constantFrom(...tones),
    fc.constantFrom('', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'o', 'p', 't', 'u'),
  )
  .map(([onset, vowel, tone, coda]) => `${onset}${vowel}${tone}${coda}`);

/** Words of Vietnamese letters with their marks, parted by single spaces; in no normal form of Unicode. */
export const vietnameseText: fc.Arbitrary<string> = fc
  .array(syllable, { minLength: 1, maxLength: 8 })
  .map((syllables) => syllables.join(' '));
