import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, foldForUniqueness } from '../../lib/contest/fold.ts';
import { compareVietnameseNames } from '../../lib/contest/vietnamese-names.ts';

const unicode = fc.string({ unit: 'binary', maxLength: 40 });
const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵ Đ-'),
  maxLength: 30,
});

describe('the fold', () => {
  test.each([
    ['Sâm Ngọc Linh', 'sam ngoc linh'],
    ['  Cà   phê\tĐăk Hà ', 'ca phe dak ha'],
    ['hoá', 'hoa'],
    ['hóa', 'hoa'],
    ['hòa', 'hoa'],
    ['Măng-Đen: «Xanh»!', 'mang den xanh'],
    ['ĐẮK GLEI', 'dak glei'],
    ['Ƀahnar', 'bahnar'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['ＫＯＮ　ＴＵＭ', 'kon tum'],
    ['ﬁnal', 'final'],
    ['4.0', '4 0'],
    ['', ''],
    ['!!! 🌱', ''],
  ])('%j is found as %j', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });
  test('composed and decomposed text fold alike, and folding again changes nothing', () =>
    fc.assert(
      fc.property(fc.oneof(unicode, vietnamese), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(text.normalize('NFD'))).toBe(folded);
        expect(foldForSearch(text.normalize('NFC'))).toBe(folded);
        expect(foldForSearch(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    ));
  test('case makes no difference', () =>
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldForSearch(text.toUpperCase())).toBe(foldForSearch(text));
      }),
    ));
});

describe('the key of uniqueness', () => {
  test('is the fold without spaces', () => {
    expect(foldForUniqueness('Du lịch Măng-Đen')).toBe('dulichmangden');
    expect(foldForUniqueness('du lịch măngđen')).toBe('dulichmangden');
    expect(foldForUniqueness('Nguyễn'.normalize('NFD'))).toBe(foldForUniqueness('NGUYỄN'));
  });
  test('keeps texts of symbols apart', () => {
    expect(foldForUniqueness(' 🌱 ')).toBe('🌱');
    expect(foldForUniqueness('🌾')).toBe('🌾');
  });
  test('differs for different words', () => {
    expect(foldForUniqueness('Sâm dây')).not.toBe(foldForUniqueness('Sâm đay 2'));
  });
});

describe('the order of names', () => {
  const sorted = (names: string[]) => [...names].sort(compareVietnameseNames);
  test('is by given name, then family name, then middle names', () => {
    expect(
      sorted(['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Văn An', 'Lê Thị An', 'Y Blô', 'A Dôn']),
    ).toEqual(['Lê Thị An', 'Lê Văn An', 'Nguyễn Thị An', 'Trần Văn Bình', 'Y Blô', 'A Dôn']);
  });
  test('knows a ă â, d đ and the tones ngang huyền hỏi ngã sắc nặng', () => {
    expect(sorted(['Ân', 'Ăn', 'An', 'Đào', 'Dung'])).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đào']);
    expect(sorted(['Hoạ', 'Hoá', 'Hoã', 'Hoả', 'Hoà', 'Hoa'])).toEqual([
      'Hoa',
      'Hoà',
      'Hoả',
      'Hoã',
      'Hoá',
      'Hoạ',
    ]);
  });
  test('takes a single name and any encoding', () => {
    expect(sorted(['Nguyễn An', 'An'])).toEqual(['An', 'Nguyễn An']);
    expect(
      compareVietnameseNames('Nguyễn Thị  Hồng Đào'.normalize('NFD'), 'Nguyễn Thị Hồng Đào'),
    ).toBe(0);
  });
});
