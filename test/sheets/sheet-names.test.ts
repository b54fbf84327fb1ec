import { expect, it } from 'vitest';
import { sheetNames } from '../../lib/sheets/sheet-names.ts';

it('leaves a good name as it is', () => {
  expect(sheetNames(['Vòng sơ khảo', 'Chung kết (2026)'])).toEqual([
    'Vòng sơ khảo',
    'Chung kết (2026)',
  ]);
});

it.each([
  ["[a]:b*c?d/e\\f'g", 'a b c d e f g'],
  ["'=1'", '=1'],
  ['a\r\n\tb', 'a b'],
  ['', 'Trang'],
  ["''", 'Trang'],
  ['HISTORY', 'HISTORY_'],
  ['x'.repeat(32), 'x'.repeat(31)],
  [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
  ['a\0b\ud83d', 'ab\ufffd'],
])('makes of %j what Excel takes', (wanted, expected) => {
  expect(sheetNames([wanted])).toEqual([expected]);
});

it('tells names apart that differ in nothing but case, or in what was cut off', () => {
  const long = 'y'.repeat(31);
  expect(sheetNames(['Bảng A', 'BẢNG A', 'bảng a', `${long}1`, `${long}2`])).toEqual([
    'Bảng A',
    'BẢNG A (2)',
    'bảng a (3)',
    long,
    `${'y'.repeat(27)} (2)`,
  ]);
});
