import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dongInWords, numberInWords } from '../../lib/papers/number-words.ts';

describe('a number in words', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [50, 'năm mươi'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [111, 'một trăm mười một'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1010, 'một nghìn không trăm mười'],
    [2021, 'hai nghìn không trăm hai mươi mốt'],
    [10_005, 'mười nghìn không trăm linh năm'],
    [21_000, 'hai mươi mốt nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_050_000, 'một triệu không trăm năm mươi nghìn'],
    [30_000_000, 'ba mươi triệu'],
    [135_000_000, 'một trăm ba mươi lăm triệu'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_001, 'một tỷ không trăm linh một'],
    [21_015_000_000, 'hai mươi mốt tỷ không trăm mười lăm triệu'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [
      9_007_199_254_740_991,
      'chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt',
    ],
  ])('%i is %s', (count, words) => {
    expect(numberInWords(count)).toBe(words);
  });

  it('of đồng begins as a sentence does', () => {
    expect(dongInWords(30_000_000)).toBe('Ba mươi triệu đồng');
    expect(dongInWords(5_500_000)).toBe('Năm triệu năm trăm nghìn đồng');
    expect(dongInWords(0)).toBe('Không đồng');
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('%d has none', (count) => {
    expect(() => numberInWords(count)).toThrow(RangeError);
  });

  it('is read back by whoever knows how Vietnamese numbers are said, and is in NFC', () => {
    const sizes = [9, 99, 999, 99_999, 9_999_999, 999_999_999, 99_999_999_999, 2 ** 53 - 1];
    const count = fc.oneof(...sizes.map((max) => fc.integer({ min: 0, max })));
    fc.assert(
      fc.property(count, (one) => {
        const words = numberInWords(one);
        expect(readWords(words)).toBe(one);
        expect(words).toBe(words.normalize('NFC'));
        expect(words).not.toMatch(/ {2}|^ | $|mươi (một|bốn|năm)\b|mười (mốt|tư|năm)\b/u);
      }),
      { numRuns: 3000 },
    );
  });
});

const units: { readonly [word: string]: number } = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Says each word to a small machine: the digit waits until a word tells what it counts. */
function readWords(words: string): number {
  const total = { billions: 0, below: 0, group: 0, digit: 0 };
  for (const word of words.split(' ')) {
    if (word === 'tỷ') {
      total.billions += total.below + total.group + total.digit;
      Object.assign(total, { below: 0, group: 0, digit: 0 });
    } else if (word === 'triệu' || word === 'nghìn') {
      total.below += (total.group + total.digit) * (word === 'triệu' ? 1_000_000 : 1000);
      Object.assign(total, { group: 0, digit: 0 });
    } else if (word === 'trăm' || word === 'mươi') {
      total.group += total.digit * (word === 'trăm' ? 100 : 10);
      total.digit = 0;
    } else if (word === 'mười') total.group += 10;
    else if (word !== 'linh') total.digit = units[word] ?? Number.NaN;
  }
  return total.billions * 1_000_000_000 + total.below + total.group + total.digit;
}
