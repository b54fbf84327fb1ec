import { expect, test } from 'vitest';
import { homoglyphWarning } from '../../lib/contest/homoglyphs.ts';

test.each([
  ['Công ty TNHH Trà Sâm', false],
  ['Nguyễn Thị Hồng Đào'.normalize('NFD'), false],
  ['Công ty \u0410pple', true],
  ['S\u0251m 5 \u00b5m', false],
  ['\u0412i\u1ec7t', true],
  ['Enzym \u03b1-amylase', true],
  ['\u0421\u043e\u0441\u0430', false],
  ['2022 – 100%', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(homoglyphWarning(text)).toBe(expected);
});
